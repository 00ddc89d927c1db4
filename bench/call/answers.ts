/**
 * One answer of the agent on one call: what the phone saw and what the services took for it, matched by words and time.
 *
 * Own overhead = the time from the phone's true end of speech to the first frame of the answer, less every moment in
 * which the product could only wait:
 *   - for silence: until the detector's end of speech plus the silence that these words need, in whole windows;
 *   - for the recogniser: from each commit's arrival there to its text;
 *   - for the model: from each request's arrival to the last character of the first sentence (an earlier round that only
 *     asked for tools counts whole);
 *   - for the voice: from the request for that sentence to the end of its answer, which is one JSON document; not at all
 *     when the product remembers how that sentence sounds.
 * Moments in which it waited for two of them count once. What the product's own metrics say is used for one thing only:
 * where its detector has placed the end of speech.
 */
import { speakable } from "#lib/hebrew/speakable/index.ts";
import { silenceNeeded } from "#lib/voice/endpointing.ts";
import { SentenceCutter } from "#lib/voice/sentences.ts";
import { defaultTuning } from "#lib/voice/tuning.ts";
import type { CrmCall, CrmTurn } from "../../scripts/call/crm.ts";
import { eventsOf, isSpoilt, type LineEvent, type Spoken } from "../../scripts/call/line-events.ts";
import type { ModelRequest, Requests, VoiceRequest } from "./services.ts";
import { type Interval, lengthOfUnion, sumOf } from "./waits.ts";
import { saysAll, saysPartOf } from "./words.ts";

export interface Answer {
  callSid: string;
  phrase: string;
  voiceToVoiceMs: number;
  overheadMs: number;
  /** How long the same waits would have taken one after the other: silence, recogniser, model, voice. */
  sequentialMs: number;
  /** The detector's end of speech less the true one. */
  detectorOffsetMs: number;
  /** Something bridged the wait before the answer came. */
  filler: boolean;
  /** Its first sentence was not rendered for it: it had been said before. */
  remembered: boolean;
  /** The phone's own clock was late: not to be counted. */
  spoilt: boolean;
  /** What it was made of, milliseconds after the true end of speech: for whoever looks for the time. */
  steps: { decidable: number; texts: number[]; models: number[]; sentence: number; voice: number[]; heard: number };
}

/** The detector looks at windows of 256 samples. */
const WINDOW_MS = 32;
/** A service may be interrupted between sending something and writing down when. */
const NOTED_LATE_MS = 25;
/** A ticker that was late just before the end of speech has delayed what the product heard of it. */
const BEFORE_END_MS = 600;

/** The answer to a phrase; undefined when it was not answered in words of the model's own. */
export function answerTo(
  spoken: Spoken,
  events: readonly LineEvent[],
  record: CrmCall,
  requests: Requests,
): Answer | undefined {
  const turn = turnAfter(spoken, record);
  const own = requestsFor(spoken, record, requests);
  const voice = turn && matchVoice(spoken, own.models, requests.voices, events);
  if (turn?.voice_to_voice_ms == null || voice === undefined) return undefined;
  const { endAt } = spoken;
  const voiceToVoiceMs = voice.heardAt - endAt;
  const detectorOffsetMs = voiceToVoiceMs - turn.voice_to_voice_ms;
  const needed = Math.ceil(silenceNeeded(spoken.text, defaultTuning) / WINDOW_MS) * WINDOW_MS;
  const texts = own.transcriptions.filter(({ at }) => at < voice.heardAt);
  const models = own.models.filter(({ at }) => at <= voice.model.at);
  const silence: Interval = { from: endAt, to: endAt + detectorOffsetMs + needed };
  const heard = texts.map((text): Interval => ({ from: text.at, to: text.endAt }));
  const answering: Interval[] = [
    ...models.map((model) => ({ from: model.at, to: model === voice.model ? voice.sentenceAt : model.endAt })),
    ...(voice.request === null ? [] : [{ from: voice.request.at, to: voice.request.endAt }]),
  ];
  const waits = [silence, ...heard, ...answering];
  const firstSound = arrivals(events).find((at) => at > endAt) ?? voice.heardAt;
  const since = (at: number) => Math.round((at - endAt) * 10) / 10;
  return {
    callSid: record.call_sid,
    phrase: spoken.phrase,
    voiceToVoiceMs,
    overheadMs: voiceToVoiceMs - lengthOfUnion(waits, { from: endAt, to: voice.heardAt }),
    sequentialMs: sumOf([silence, ...heard.slice(-1), ...answering]),
    detectorOffsetMs,
    filler: firstSound < voice.heardAt,
    remembered: voice.request === null,
    spoilt: isSpoilt(events, endAt - BEFORE_END_MS, voice.heardAt),
    steps: {
      decidable: since(endAt + detectorOffsetMs + needed),
      texts: texts.flatMap((text) => [since(text.at), since(text.endAt)]),
      models: models.flatMap((model) => [since(model.at), since(model.endAt)]),
      sentence: since(voice.sentenceAt),
      voice: voice.request === null ? [] : [since(voice.request.at), since(voice.request.endAt)],
      heard: since(voice.heardAt),
    },
  };
}

function turnAfter({ text }: Spoken, record: CrmCall): CrmTurn | undefined {
  const at = record.turns.findIndex((turn) => turn.speaker === "caller" && saysAll(turn.text, text));
  return at < 0 ? undefined : record.turns.slice(at + 1).find((turn) => turn.speaker === "agent");
}

function requestsFor(spoken: Spoken, record: CrmCall, { transcriptions, models }: Requests): Omit<Requests, "voices"> {
  const turn = record.turns.find(({ speaker, text }) => speaker === "caller" && saysAll(text, spoken.text));
  return {
    transcriptions: transcriptions.filter(
      ({ at, text }) => at > spoken.startAt && at < spoken.nextAt && saysPartOf(text, spoken.text),
    ),
    models: models.filter(({ at, asked }) => at > spoken.startAt && at < spoken.nextAt && asked === turn?.text),
  };
}

interface FirstSentence {
  model: ModelRequest;
  /** When the model had written it. */
  sentenceAt: number;
  /** Null when nobody had to be asked. */
  request: VoiceRequest | null;
  heardAt: number;
}

/**
 * The voice request that became the first sound of the answer: it speaks the beginning of the first text that the model
 * wrote. Other calls may have the same words spoken at the same time: the one that fits closest between the model's
 * sentence and the sound is taken.
 */
function matchVoice(
  spoken: Spoken,
  models: readonly ModelRequest[],
  voices: readonly VoiceRequest[],
  events: readonly LineEvent[],
): FirstSentence | undefined {
  const sounds = arrivals(events);
  for (const model of [...models].sort((a, b) => a.at - b.at)) {
    const fits = voices.flatMap((request) => {
      if (request.at < model.at || request.at > spoken.nextAt) return [];
      const sentenceAt = writtenAt(model, request.text);
      const heardAt = sounds.find((at) => at >= request.endAt - NOTED_LATE_MS && at < spoken.nextAt);
      if (sentenceAt === undefined || heardAt === undefined || request.at < sentenceAt - NOTED_LATE_MS) return [];
      const slackMs = Math.abs(request.at - sentenceAt) + Math.abs(heardAt - request.endAt);
      return [{ model, sentenceAt, request, heardAt, slackMs }];
    });
    const closest = fits.sort((a, b) => a.slackMs - b.slackMs)[0] ?? rememberedSentence(spoken, model, sounds);
    if (closest !== undefined) return closest;
  }
  return undefined;
}

/** The voice was not asked for how the answer begins: the first sound since it was written is that. */
function rememberedSentence(spoken: Spoken, model: ModelRequest, sounds: readonly number[]): FirstSentence | undefined {
  const cutter = new SentenceCutter();
  const [first] = [...cutter.push(model.text), ...cutter.flush()];
  const sentenceAt = first === undefined ? undefined : writtenAt(model, speakable(first));
  if (sentenceAt === undefined) return undefined;
  const since = Math.max(sentenceAt, spoken.endAt) - NOTED_LATE_MS;
  const heardAt = sounds.find((at) => at >= since && at < spoken.nextAt);
  return heardAt === undefined ? undefined : { model, sentenceAt, request: null, heardAt };
}

/** When the model had written what was then spoken as `speech`; undefined when its answer does not begin so. */
function writtenAt({ text, written }: ModelRequest, speech: string): number | undefined {
  for (let chars = 1; chars <= text.length; chars++) {
    if (speakable(text.slice(0, chars)).trim() === speech) return written.find((token) => token.chars >= chars)?.at;
  }
  return undefined;
}

/** When audio of the agent came: after silence it is logged itself, and a mark follows every piece of it. */
function arrivals(events: readonly LineEvent[]): number[] {
  return [
    ...eventsOf(events, "agent_audio").flatMap(({ arrivedAt, source }) => (source === "stream" ? [arrivedAt] : [])),
    ...eventsOf(events, "mark").flatMap(({ at, step }) => (step === "received" ? [at] : [])),
  ].sort((a, b) => a - b);
}
