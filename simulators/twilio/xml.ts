/** A strict reader for the little XML that TwiML is: elements, attributes, text, comments, CDATA. No DTD, no namespaces. */

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  /** The element's own text, entities resolved. */
  text: string;
}

/** Why a document is not well-formed, and where. */
export class XmlError extends Error {}

const NAME = /[A-Za-z_][\w.-]*/y;
const SPACE = /[ \t\r\n]+/y;
const ATTRIBUTE = /[ \t\r\n]+([A-Za-z_][\w.:-]*)[ \t\r\n]*=[ \t\r\n]*(?:"([^"<]*)"|'([^'<]*)')/y;
const DECLARATION = /<\?xml[ \t\r\n][^?]*\?>/y;
const ENTITIES: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Reads a whole document. Throws XmlError. */
export function parseXml(source: string): XmlElement {
  return new Reader(source.startsWith("\ufeff") ? source.slice(1) : source).document();
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  document(): XmlElement {
    this.#match(DECLARATION);
    this.#skipMisc();
    if (this.#source[this.#at] !== "<") this.#fail("content is not allowed in prolog");
    const root = this.#element();
    this.#skipMisc();
    if (this.#at < this.#source.length) this.#fail("markup after the root element");
    return root;
  }

  #element(): XmlElement {
    this.#at += 1;
    const name = this.#match(NAME)?.[0] ?? this.#fail("an element's name is expected");
    const element: XmlElement = { name, attributes: this.#attributes(), children: [], text: "" };
    this.#match(SPACE);
    if (this.#take("/>")) return element;
    if (!this.#take(">")) this.#fail(`the tag <${name}> is not closed`);
    this.#content(element);
    return element;
  }

  #attributes(): Record<string, string> {
    const attributes: Record<string, string> = {};
    for (let found = this.#match(ATTRIBUTE); found; found = this.#match(ATTRIBUTE)) {
      const name = found[1] ?? "";
      if (Object.hasOwn(attributes, name)) this.#fail(`attribute ${name} twice`);
      attributes[name] = this.#resolve(found[2] ?? found[3] ?? "");
    }
    return attributes;
  }

  #content(element: XmlElement): void {
    while (this.#at < this.#source.length) {
      if (this.#take("</")) {
        const name = this.#match(NAME)?.[0];
        this.#match(SPACE);
        if (name !== element.name || !this.#take(">")) this.#fail(`<${element.name}> is closed by </${name ?? ""}`);
        return;
      }
      if (this.#take("<![CDATA[")) element.text += this.#until("]]>");
      else if (this.#take("<!--")) this.#until("-->");
      else if (this.#source[this.#at] === "<") element.children.push(this.#element());
      else element.text += this.#resolve(this.#text());
    }
    this.#fail(`premature end of file inside <${element.name}>`);
  }

  #text(): string {
    const end = this.#source.indexOf("<", this.#at);
    const text = this.#source.slice(this.#at, end < 0 ? undefined : end);
    this.#at += text.length;
    return text;
  }

  #resolve(text: string): string {
    return text.replace(/&([^;&\s]{0,10});?/g, (whole, name: string) => {
      const code = /^#(?:x([0-9a-fA-F]+)|(\d+))$/.exec(name);
      const resolved = code
        ? String.fromCodePoint(parseInt(code[1] ?? code[2] ?? "", code[1] ? 16 : 10))
        : ENTITIES[name];
      return whole.endsWith(";") && resolved !== undefined ? resolved : this.#fail(`bad entity ${whole}`);
    });
  }

  #skipMisc(): void {
    for (;;) {
      this.#match(SPACE);
      if (!this.#take("<!--")) return;
      this.#until("-->");
    }
  }

  #until(end: string): string {
    const at = this.#source.indexOf(end, this.#at);
    if (at < 0) this.#fail(`${end} is missing`);
    const text = this.#source.slice(this.#at, at);
    this.#at = at + end.length;
    return text;
  }

  #take(text: string): boolean {
    if (!this.#source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at += found[0].length;
    return found;
  }

  #fail(why: string): never {
    const line = this.#source.slice(0, this.#at).split("\n").length;
    throw new XmlError(`line ${line}: ${why}`);
  }
}
