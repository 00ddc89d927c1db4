/** What callers do, in the steps of the simulated phone. */
import { decodeMulaw, encodeMulaw } from "#simulators/phone/audio/mulaw.ts";
import type { StepInput } from "#simulators/phone/script.ts";
import { loadPhrasebook, type Phrase } from "#simulators/phrasebook/index.ts";

const SAMPLES_PER_MS = 8;
const COUGH_MS = 190;

/** Gain 1 is as loud as people usually speak. */
export const say = (phrase: string, gain = 1): StepInput => ({ do: "say", phrase, gain });
export const answered: StepInput = { do: "wait_agent", quietMs: 900 };
/** Whoever waits for the answer itself does not take a word that bridges the wait for it. */
export const patient: StepInput = { do: "wait_agent", quietMs: 2500 };
/** After a sound over the agent's voice: longer than the agent is paused while it waits for the transcript. */
export const wentOn: StepInput = { do: "wait_agent", quietMs: 1500 };
export const hangUp: StepInput = { do: "hangup" };

/** The first words of a phrase, as a recording: the caller does not get to its end. */
export function beginningOf(phrase: string, words: number): string {
  const { audio, words: all } = phraseNamed(phrase);
  const last = all[words - 1];
  if (!last) throw new Error(`"${phrase}" has no ${words} words`);
  return Buffer.from(audio.subarray(0, Math.round(last.endMs * SAMPLES_PER_MS))).toString("base64");
}

/** A phrase, and somebody else in the same room who says another one, 12 dB softer. */
export function over(phrase: string, behind: string): StepInput {
  const other = decodeMulaw(phraseNamed(behind).audio);
  const both = Float64Array.from(
    decodeMulaw(phraseNamed(phrase).audio),
    (sample, at) => sample + 0.25 * (other[at] ?? 0),
  );
  return { do: "play", audioBase64: Buffer.from(encodeMulaw(both)).toString("base64") };
}

/** Phrase after phrase without a pause, for at least so long. */
export function talking(ms: number): StepInput[] {
  const steps: StepInput[] = [];
  for (let saidMs = 0; saidMs < ms; ) {
    const phrase = STORY[steps.length % STORY.length] ?? "";
    saidMs += phraseNamed(phrase).audio.length / SAMPLES_PER_MS;
    steps.push(say(phrase));
  }
  return steps;
}

const STORY = ["sale_opening", "sale_area", "sale_rooms", "sale_budget", "sale_when", "rental_pets", "rental_when"];

/** The agent is back after the stream was cut, and has said so. */
export const resumed: StepInput[] = [{ do: "wait_agent_speaking", ms: 500 }, answered];

/** How a call ends that has been through something: a message for the owner, and a goodbye. */
export const messageAndGoodbye: StepInput[] = [say("message_call_back"), answered, say("rental_goodbye"), answered];

/** Keys instead of words, and the answer to them. */
const pressed = (digits: string): StepInput[] => [
  { do: "dtmf", digits },
  { do: "wait_agent_speaking", ms: 500 },
  answered,
];

/** A cough with some voice in it: a syllable that is no word. */
export function cough(): StepInput {
  const { audio } = phraseNamed("understood");
  return { do: "play", audioBase64: Buffer.from(audio.subarray(0, COUGH_MS * SAMPLES_PER_MS)).toString("base64") };
}

/** Each phrase once the agent has finished speaking. */
export function conversation(...phrases: string[]): StepInput[] {
  return [answered, ...phrases.flatMap((phrase) => [say(phrase), answered])];
}

/** Who is asked for figures, and types some of them: a row ends with a pause or a #. */
export const answeringByKeys: StepInput[] = [
  ...conversation("rental_opening", "rental_area"),
  ...pressed("3"),
  ...pressed("6000#"),
  ...[say("rental_when"), answered, say("rental_goodbye"), answered],
];

function phraseNamed(name: string): Phrase {
  const found = loadPhrasebook().phrases.get(name);
  if (!found) throw new Error(`the phrasebook has no phrase "${name}"`);
  return found;
}
