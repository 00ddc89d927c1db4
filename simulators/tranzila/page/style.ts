export const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#8a919c, #767d88); --page: light-dark(#f6f7f9, #16181c); --card: light-dark(#fff, #1f2227); --strong: light-dark(#14508c, #9cc8f5); --bad: light-dark(#a4161a, #ff9b9b); }
body { margin: 0; background: var(--page); font: 16px/1.5 "Assistant Variable", Assistant, Arial, sans-serif; }
.mark { margin: 0; padding: .5rem 1rem; text-align: center; background: #5c3d00; color: #fff; }
main { max-inline-size: 26rem; margin: 2rem auto; padding: 1rem 1.5rem; background: var(--card); border-radius: 12px; }
h1 { font-size: 1.375rem; margin-block: .5rem; }
.sum { font-size: 1.75rem; font-weight: 700; margin-block: 0; }
.problem { color: var(--bad); font-weight: 600; }
form { display: grid; gap: .75rem; }
label { display: grid; gap: .25rem; }
input, button { font: inherit; padding: .625rem .75rem; border-radius: 8px; border: 1px solid var(--line); }
button { background: var(--strong); color: var(--card); border-color: transparent; font-weight: 600; cursor: pointer; }
button.bit { background: transparent; color: inherit; border-color: var(--line); }
`;
