import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { codeOf } from "./trouble.ts";

const largestBytes = 5 * 1024 * 1024;

/** What a child prints, kept in a file that is set aside when it grows large, its last lines at hand for a report. */
export class Output {
  readonly path: string;
  #fd: number;
  #bytes = 0;
  #recent = "";
  /** A letter of Hebrew may come in two pieces. */
  readonly #decoder = new StringDecoder();
  readonly #onText: (text: string) => void;

  /** `onText` is given everything as it comes, too. */
  constructor(path: string, onText: (text: string) => void = () => {}) {
    this.path = path;
    this.#onText = onText;
    this.#fd = this.#openFresh();
  }

  /** What comes from here on is another process's: its report does not mix with its predecessor's. */
  startAnew(): void {
    this.#recent = "";
  }

  write(chunk: Buffer): void {
    const text = this.#decoder.write(chunk);
    this.#recent = (this.#recent + text).slice(-8_000);
    this.#onText(text);
    try {
      this.#bytes += writeSync(this.#fd, chunk);
    } catch {
      return; // a full disk must not bring down the supervisor of a running call
    }
    if (this.#bytes > largestBytes) {
      closeSync(this.#fd);
      this.#fd = this.#openFresh();
    }
  }

  /** The last lines that say something: Node's own stack frames and blank lines do not. */
  tail(lines: number): string {
    const telling = this.#recent.split("\n").filter((line) => line.trim() !== "" && !line.includes("(node:internal/"));
    return telling.slice(-lines).join("\n");
  }

  close(): void {
    closeSync(this.#fd);
  }

  #openFresh(): number {
    try {
      renameSync(this.path, `${this.path}.1`);
    } catch (error) {
      if (codeOf(error) !== "ENOENT") throw error;
    }
    this.#bytes = 0;
    return openSync(this.path, "w", 0o600);
  }
}
