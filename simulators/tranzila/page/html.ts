/** Text that is HTML already. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | Html | readonly Html[];

/** HTML around values; every value that is not HTML itself is escaped. */
export function html(fixed: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(fixed.map((text, place) => text + written(values[place] ?? "")).join(""));
}

function written(value: Part): string {
  if (typeof value === "string") return escaped(value);
  return value instanceof Html ? value.text : value.map(({ text }) => text).join("");
}

/** Signs that HTML takes for its own, as numbers: `unescaped` is the way back. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

export function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}
