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
/** The vendors that a turn needs, one after the other. */
export type StallingStep = "transcription" | "model" | "voice";

export class Services {
  readonly #urls: readonly [openAiUrl: string, ttsUrl: string];
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
    await this.#tell("/_sim/latency", { profile, seed, steps: { transcription } });
  }

  /** From here on this vendor answers nothing; of the voices that is the first one. */
  async stall(step: StallingStep): Promise<void> {
    const [openAiUrl, ttsUrl] = this.#urls;
    await post(step === "voice" ? ttsUrl : openAiUrl, "/_sim/faults", { [step]: { kind: "stall" } });
  }

  /** Everybody answers again. */
  async recover(): Promise<void> {
    await this.#tell("/_sim/faults", { transcription: null, model: null, voice: null });
  }

  async #tell(door: string, body: unknown): Promise<void> {
    for (const url of this.#urls) await post(url, door, body);
  }

  async #takeFrom(url: string): Promise<Item[]> {
    const answer = await fetch(new URL(`/_sim/requests?after=${this.#read.get(url) ?? 0}`, url));
    const { items } = page.parse(await answer.json());
    this.#read.set(url, items.at(-1)?.id ?? this.#read.get(url) ?? 0);
    return items;
  }
}

async function post(url: string, door: string, body: unknown): Promise<void> {
  const answer = await fetch(new URL(door, url), {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${door} was refused: ${answer.status} ${await answer.text()}`);
}

function read<T extends { text: string }>({ at, tookMs, detail }: Item, schema: z.ZodType<T>): (T & Timed)[] {
  const parsed = schema.safeParse(detail);
  return parsed.success ? [{ ...parsed.data, at, endAt: at + tookMs }] : [];
}
