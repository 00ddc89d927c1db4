/** The page that stands in when Next cannot answer. It needs nothing from Next: no file, no script, no font. */

interface Trouble {
  status: number;
  messageHe: string;
  requestId: string;
}

const TITLES: Record<number, string> = {
  400: "כתובת לא תקינה",
  404: "הדף לא נמצא",
  413: "הבקשה גדולה מדי",
  502: "תקלה זמנית",
  503: "חוזרים בעוד רגע",
  504: "לוקח יותר מדי זמן",
};

/** A whole HTML document, right to left, light and dark. A restart reloads by itself. */
export function troublePage({ status, messageHe, requestId }: Trouble): string {
  const title = TITLES[status] ?? "תקלה זמנית";
  const reload = status === 503 ? '<meta http-equiv="refresh" content="3">' : "";
  return `<!doctype html>
<html lang="he" dir="rtl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">${reload}
<title>${title} · מוקד</title>
<style>
:root { color-scheme: light dark; --ground: #f6f7f9; --card: #fff; --ink: #101828; --soft: #475467; --line: #e4e7ec; --accent: #0e6f63; }
@media (prefers-color-scheme: dark) { :root { --ground: #0c1118; --card: #131a23; --ink: #f2f5f9; --soft: #b6c2d1; --line: #243040; --accent: #3ec5b0; } }
* { box-sizing: border-box; margin: 0; }
body { min-block-size: 100dvh; display: grid; place-items: center; padding: 1.5rem; background: var(--ground); color: var(--ink); font: 1.0625rem/1.6 Assistant, "Segoe UI", "Noto Sans Hebrew", system-ui, sans-serif; }
main { inline-size: min(28rem, 100%); padding: 2rem; background: var(--card); border: 1px solid var(--line); border-radius: 1rem; }
.status { color: var(--accent); font-weight: 600; font-size: .9375rem; }
h1 { font-size: 1.5rem; line-height: 1.3; margin-block: .25rem .5rem; }
a { display: inline-block; margin-block-start: 1.25rem; padding: .5rem 1.25rem; border-radius: .625rem; background: var(--accent); color: var(--card); text-decoration: none; font-weight: 600; }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; }
small { display: block; margin-block-start: 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); color: var(--soft); font-size: .8125rem; }
code { direction: ltr; unicode-bidi: isolate; font-size: .75rem; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<p class="status">מוקד · ${status}</p>
<h1>${title}</h1>
<p>${messageHe}.</p>
<a href="">לנסות שוב</a>
<small>מספר הפנייה, אם תצטרכו עזרה: <code>${requestId}</code></small>
</main>
</body>
</html>
`;
}
