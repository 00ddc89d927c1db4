/** Somebody with a phone, who writes to the demonstration's business. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { z } from "zod";

const world = z.object({ whatsapp_number: z.string(), urls: z.object({ phone: z.string() }) });
const inbox = z.object({ items: z.array(z.object({ by: z.enum(["person", "business"]), body: z.string() })) });

export class Person {
  readonly phone: string;
  readonly name: string;
  readonly #world: z.infer<typeof world>;

  /** `nth` keeps two who are made in the same moment apart. */
  constructor(name: string, nth = 0) {
    this.name = name;
    this.phone = `+97254${String(Date.now() + nth).slice(-7)}`;
    this.#world = world.parse(
      JSON.parse(readFileSync(join(process.env.DATA_DIR ?? ".data", "simulation.json"), "utf8")),
    );
  }

  async writes(body: string): Promise<void> {
    const { urls, whatsapp_number: to } = this.#world;
    const answer = await fetch(new URL("/_sim/messages", urls.phone), {
      method: "POST",
      body: JSON.stringify({ from: this.phone, to, body, profileName: this.name }),
    });
    expect(answer.status, await answer.text()).toBe(200);
  }

  /** Waits until a message with these words has come. */
  async reads(words: string): Promise<void> {
    await expect.poll(() => this.#received(), { timeout: 15_000 }).toContainEqual(expect.stringContaining(words));
  }

  /** The address in a message with these words, once it has come. */
  async linkIn(words: string): Promise<string> {
    await this.reads(words);
    const [said = ""] = (await this.#received()).filter((body) => body.includes(words));
    const [link = ""] = /https?:\/\/\S+/.exec(said) ?? [];
    expect(link, said).not.toBe("");
    return link;
  }

  /** Whether a message with these words has come by now. */
  async hasRead(words: string): Promise<boolean> {
    return (await this.#received()).some((body) => body.includes(words));
  }

  async #received(): Promise<string[]> {
    const url = new URL(`/_sim/messages?with=${encodeURIComponent(this.phone)}`, this.#world.urls.phone);
    const { items } = inbox.parse(await (await fetch(url)).json());
    return items.filter(({ by }) => by === "business").map(({ body }) => body);
  }
}
