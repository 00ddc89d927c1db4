import type { Mail } from "./mailbox.ts";

/** The list of letters, the newest first. */
export function listPage(mails: Mail[]): string {
  const rows = mails
    .toReversed()
    .map(
      (mail) => `<li><a href="/mail/${mail.id}">
        <span class="who">${escapeHtml(mail.to.join(", "))}</span>
        <span class="subject">${escapeHtml(mail.subject || "(ללא נושא)")}</span>
        <time>${time(mail.receivedAt)}</time>
      </a></li>`,
    )
    .join("");
  const empty = `<p class="empty">עוד לא הגיעו הודעות.</p>`;
  return page(
    "תיבת דואר",
    `<h1>תיבת דואר</h1><p class="note">כל הדואר שהמערכת שולחת במצב הדגמה מגיע לכאן.</p>${rows ? `<ul>${rows}</ul>` : empty}`,
  );
}

/** One letter. Its HTML stands in a sandboxed frame of its own, where no script runs and links open outside. */
export function mailPage(mail: Mail): string {
  const body = mail.html
    ? `<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="תוכן ההודעה" srcdoc="${escapeHtml(framed(mail.html))}"></iframe>`
    : `<div class="text" dir="auto">${linked(mail.text)}</div>`;
  const files = mail.attachments
    .map((file) => `<li>${escapeHtml(file.filename || file.mimeType)} (${Math.ceil(file.bytes / 1024)} KB)</li>`)
    .join("");
  return page(
    mail.subject,
    `<p><a href="/">כל ההודעות</a></p><h1 dir="auto">${escapeHtml(mail.subject || "(ללא נושא)")}</h1>
    <dl><dt>מאת</dt><dd dir="ltr">${escapeHtml(mail.from)}</dd><dt>אל</dt><dd dir="ltr">${escapeHtml(mail.to.join(", "))}</dd><dt>התקבל</dt><dd>${time(mail.receivedAt)}</dd></dl>
    ${body}${files ? `<h2>קבצים מצורפים</h2><ul class="files">${files}</ul>` : ""}`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="he" dir="rtl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>`;
}

const STYLE = `
:root { color-scheme: light dark; --line: light-dark(#dcdfe4, #34383f); --quiet: light-dark(#5b6470, #9aa3af); --page: light-dark(#f6f7f9, #16181c); --card: light-dark(#fff, #1f2227); }
body { margin: 0; background: var(--page); font: 16px/1.5 "Assistant Variable", Assistant, Arial, sans-serif; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1rem; }
h1 { font-size: 1.5rem; margin-block: 0 .25rem; }
.note, time, dt { color: var(--quiet); }
ul { list-style: none; margin: 1rem 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
li + li { border-block-start: 1px solid var(--line); }
ul:not(.files) a { display: grid; grid-template-columns: 1fr auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none; }
ul:not(.files) a:hover, ul:not(.files) a:focus-visible { background: color-mix(in srgb, currentColor 6%, transparent); }
.who { grid-row: 2; color: var(--quiet); font-size: .875rem; }
.subject { font-weight: 600; }
.files li { padding: .5rem 1rem; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; }
dd { margin: 0; text-align: start; }
dd[dir=ltr] { text-align: end; }
iframe, .text { inline-size: 100%; box-sizing: border-box; background: #fff; color: #111; border: 1px solid var(--line); border-radius: 12px; }
iframe { block-size: 32rem; }
.text { padding: 1rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.empty { padding: 3rem 1rem; text-align: center; color: var(--quiet); }
`;

function framed(html: string): string {
  return `<base target="_blank"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data: https:">${html}`;
}

function linked(text: string): string {
  return escapeHtml(text).replace(
    /https?:\/\/[^\s<>"']+/g,
    (url) => `<a href="${url}" target="_blank" rel="noreferrer">${url}</a>`,
  );
}

function time(at: number): string {
  return new Date(at).toLocaleString("he-IL", { timeZone: "Asia/Jerusalem", dateStyle: "short", timeStyle: "short" });
}

function escapeHtml(text: string): string {
  const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
