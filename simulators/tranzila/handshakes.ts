import { randomBytes } from "node:crypto";

interface Handshake {
  terminal: string;
  agorot: number;
  /** Parameters that the page must be opened with, unchanged. */
  requestParams: Record<string, string>;
  endsAt: number;
}

const LIFETIME_MS = 20 * 60_000;

/**
 * The handshakes that are still good. Each locks one sum of one terminal for one charge within 20 minutes:
 * https://docs.tranzila.com/docs/payments-and-billing/handshake-v2
 */
export class Handshakes {
  readonly #open = new Map<string, Handshake>();

  /** A new thtk. */
  create(terminal: string, agorot: number, requestParams: Record<string, string>): string {
    const now = Date.now();
    for (const [old, { endsAt }] of this.#open) if (endsAt <= now) this.#open.delete(old);
    const thtk = randomBytes(25).toString("hex");
    this.#open.set(thtk, { terminal, agorot, requestParams, endsAt: now + LIFETIME_MS });
    return thtk;
  }

  /** Whether a page with these parameters may charge this sum. */
  allows(terminal: string, agorot: number, params: Readonly<Record<string, string>>): boolean {
    const found = this.#open.get(params.thtk ?? "");
    return (
      found !== undefined &&
      found.terminal === terminal &&
      found.agorot === agorot &&
      found.endsAt > Date.now() &&
      Object.entries(found.requestParams).every(([name, value]) => params[name] === value)
    );
  }

  /** A charge was tried with it, so it is good for no other. */
  use(thtk: string): void {
    this.#open.delete(thtk);
  }
}
