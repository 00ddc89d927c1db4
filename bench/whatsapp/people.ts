/** The phones of the people who are written to, as the simulated network shows them. */
import { z } from "zod";

const seen = z.object({
  items: z.array(
    z.object({
      by: z.enum(["person", "business"]),
      sid: z.string(),
      body: z.string(),
      status: z.string(),
      errorCode: z.number().nullable(),
      /** Its statuses with their moments, the first one that at which the network took it; epoch milliseconds. */
      history: z.array(z.object({ status: z.string(), at: z.number() })).min(1),
    }),
  ),
});
export type Received = z.infer<typeof seen>["items"][number];

/** So many are asked about at once. */
const AT_ONCE = 20;

export class People {
  readonly #url: string;

  constructor(phoneUrl: string) {
    this.#url = phoneUrl;
  }

  /** These wrote to the business a moment ago: WhatsApp lets it answer them in its own words. */
  async openWindows(sender: string, people: readonly string[]): Promise<void> {
    await eachOf(people, (person) => this.#post("/_sim/windows", { sender, person, lastWroteMsAgo: 0 }));
  }

  /** How everybody behaves from now on; what is not named stays. */
  async behave(behaviour: Record<string, unknown>): Promise<void> {
    await this.#post("/_sim/people", behaviour);
  }

  /** What each of them has got from the business, or never will, oldest first. */
  async received(people: readonly string[]): Promise<Map<string, Received[]>> {
    const found = new Map<string, Received[]>();
    await eachOf(people, async (person) => {
      const answer = await fetch(new URL(`/_sim/messages?${new URLSearchParams({ with: person })}`, this.#url));
      const { items } = seen.parse(await answer.json());
      found.set(
        person,
        items.filter(({ by }) => by === "business"),
      );
    });
    return found;
  }

  async #post(path: string, body: unknown): Promise<void> {
    const answer = await fetch(new URL(path, this.#url), { method: "POST", body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`the phone network refused ${path}: ${answer.status} ${await answer.text()}`);
    await answer.body?.cancel();
  }
}

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...items];
  const one = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}
