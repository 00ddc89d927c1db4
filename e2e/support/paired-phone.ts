/** Phones of the simulated WhatsApp Web: the business's own, which is paired, and those of who writes to it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { z } from "zod";

const world = z.object({ urls: z.object({ whatsapp: z.string() }) });
const screen = z.object({ items: z.array(z.object({ from: z.string(), text: z.string().nullable() })) });

export class WebPhone {
  readonly number: string;

  constructor(number: string) {
    this.number = number;
  }

  async scans(qr: string): Promise<void> {
    await this.#door("scan", { qr });
  }

  async types(code: string): Promise<void> {
    await this.#door("code", { code });
  }

  /** Another program takes the connection of what was paired with it. */
  async isTakenOver(): Promise<void> {
    await this.#door("close", { code: 440 });
  }

  async writes(to: WebPhone, text: string): Promise<void> {
    await this.#door("messages", { to: to.number, text });
  }

  /** Waits until the other phone has said something; gives what it said first. */
  async hears(from: WebPhone): Promise<string> {
    const said = async () => {
      const { items } = screen.parse(await this.#door("messages"));
      return items.find((item) => item.from === from.number)?.text ?? null;
    };
    await expect.poll(said, { timeout: 25_000 }).not.toBeNull();
    return (await said()) ?? "";
  }

  async #door(what: string, body?: unknown): Promise<unknown> {
    const file = join(process.env.DATA_DIR ?? ".data", "simulation.json");
    const { urls } = world.parse(JSON.parse(readFileSync(file, "utf8")));
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${urls.whatsapp}/_sim/phones/${this.number}/${what}`, init);
    const told: unknown = await answer.json();
    expect(answer.ok, JSON.stringify(told)).toBe(true);
    return told;
  }
}
