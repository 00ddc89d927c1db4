/** The simulated services, as their own logs tell: which request came when and how long its answer took. */
import { z } from "zod";

interface Timed {
  /** When the request arrived, and when its answer was complete; epoch milliseconds. */
  at: number;
  endAt: number;
}
export type TranscriptionRequest = Timed & { text: string };
/** `written`: how many characters of the answer had been sent by when. */
export type ModelRequest = Timed & { text: string; asked: string; written: { chars: number; at: number }[] };
export type VoiceRequest = Timed & { text: string };

export interface Requests {
  transcriptions: TranscriptionRequest[];
  models: ModelRequest[];
  voices: VoiceRequest[];
}

const page = z.object({
  items: z.array(
    z.looseObject({ id: z.number(), at: z.number(), step: z.string(), tookMs: z.number(), detail: z.unknown() }),
  ),
});
type Item = z.infer<typeof page>["items"][number];

const said = z.looseObject({ text: z.string() });
const thought = z.looseObject({
  text: z.string(),
  asked: z.string(),
  written: z.array(z.object({ chars: z.number(), at: z.number() })),
});

type Profile = "typical" | "fast" | "slow";

export class Services {
  readonly #urls: readonly string[];
  /** The last request of each that was read. */
  readonly #read = new Map<string, number>();

  constructor(openAiUrl: string, ttsUrl: string) {
    this.#urls = [openAiUrl, ttsUrl];
  }

  /** The requests since the last time. */
  async take(): Promise<Requests> {
    const items = (await Promise.all(this.#urls.map((url) => this.#takeFrom(url)))).flat();
    const of = (step: string) => items.filter((item) => item.step === step);
    return {
      transcriptions: of("transcription").flatMap((item) => read(item, said)),
      models: of("model").flatMap((item) => read(item, thought)),
      voices: of("voice").flatMap((item) => read(item, said)),
    };
  }

  /** Begins the delays anew, so that every run meets the same world; `transcription` may be slower than the rest. */
  async setLatency(profile: Profile, seed: number, transcription: Profile = profile): Promise<void> {
    for (const url of this.#urls) {
      const answer = await fetch(new URL("/_sim/latency", url), {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ profile, seed, steps: { transcription } }),
      });
      if (!answer.ok) throw new Error(`the latency could not be set: ${answer.status} ${await answer.text()}`);
    }
  }

  async #takeFrom(url: string): Promise<Item[]> {
    const answer = await fetch(new URL(`/_sim/requests?after=${this.#read.get(url) ?? 0}`, url));
    const { items } = page.parse(await answer.json());
    this.#read.set(url, items.at(-1)?.id ?? this.#read.get(url) ?? 0);
    return items;
  }
}

function read<T extends { text: string }>({ at, tookMs, detail }: Item, schema: z.ZodType<T>): (T & Timed)[] {
  const parsed = schema.safeParse(detail);
  return parsed.success ? [{ ...parsed.data, at, endAt: at + tookMs }] : [];
}
