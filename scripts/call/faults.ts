/** Makes the simulated vendors fail, each call in its own way, and lets them work again. */
import { formatPhone } from "#lib/hebrew/phone.ts";
import type { FaultKind, FaultTable } from "#simulators/common/faults.ts";

/** What goes wrong for one call, although others go on at the same time. */
export interface VendorFaults {
  /** The model is told the number of whoever calls, or that it is withheld: that is how it knows whom to fail. */
  model?: FaultKind<"model">;
  /** Only sentences in which there is one of these words. */
  voice?: { google: FaultKind<"voice">; openai?: FaultKind<"voice">; about: string[] };
  /** Only what the caller says with one of these words in it. */
  transcription?: { kind: FaultKind<"transcription">; about: string[] };
}

interface FailingCall {
  from: string;
  withheld?: boolean | undefined;
  faults?: VendorFaults | undefined;
}

/** How the model is told of a withheld number: at the moment of one such call no other may fail otherwise. */
const WITHHELD = "מספר המתקשר: חסוי";

/** Runs `work` while the vendors fail these calls. */
export async function whileFailing<T>(
  urls: { openai: string; tts: string },
  calls: readonly FailingCall[],
  work: () => Promise<T>,
): Promise<T> {
  try {
    await setFaults(urls.openai, openAiFaults(calls));
    await setFaults(urls.tts, googleFaults(calls));
    return await work();
  } finally {
    await setFaults(urls.openai, { model: null, voice: null, transcription: null });
    await setFaults(urls.tts, { voice: null });
  }
}

function openAiFaults(calls: readonly FailingCall[]): FaultTable {
  return {
    model: calls.flatMap(({ from, withheld, faults }) =>
      faults?.model ? [{ kind: faults.model, about: withheld ? WITHHELD : formatPhone(from) }] : [],
    ),
    voice: calls.flatMap(({ faults }) => each(faults?.voice?.openai, faults?.voice?.about)),
    transcription: calls.flatMap(({ faults }) => each(faults?.transcription?.kind, faults?.transcription?.about)),
  };
}

function googleFaults(calls: readonly FailingCall[]): FaultTable {
  return { voice: calls.flatMap(({ faults }) => each(faults?.voice?.google, faults?.voice?.about)) };
}

function each<K>(kind: K | undefined, words: readonly string[] = []): { kind: K; about: string }[] {
  return kind === undefined ? [] : words.map((about) => ({ kind, about }));
}

async function setFaults(url: string, table: FaultTable): Promise<void> {
  const answer = await fetch(new URL("/_sim/faults", url), { method: "POST", body: JSON.stringify(table) });
  if (!answer.ok) throw new Error(`the simulator refused: ${answer.status} ${await answer.text()}`);
}
