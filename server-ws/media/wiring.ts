/** Connects the media streams to the rest of the product. */
import { createCallBrain, expectedWords } from "#lib/agent/call-brain.ts";
import { fillers, phrases } from "#lib/businesses/phrases.ts";
import { loadClipsOfAnyVoice, loadVoiceClips } from "#lib/businesses/voice-clips.ts";
import { type ClaimedCall, claimStream } from "#lib/calls/claim-stream.ts";
import { closeStream } from "#lib/calls/close-stream.ts";
import { recordTurn } from "#lib/calls/record-turn.ts";
import { saidBefore } from "#lib/calls/said-before.ts";
import type { StreamCut } from "#lib/calls/schemas/stream-cut.ts";
import { webhookUrl } from "#lib/calls/stream-url.ts";
import { turnAway } from "#lib/calls/turn-away.ts";
import { RING_FOR_SECONDS } from "#lib/calls/twiml.ts";
import type { Env } from "#lib/config/env.ts";
import { speakable } from "#lib/hebrew/speakable/index.ts";
import { createLanguageModel } from "#lib/providers/llm/index.ts";
import type { LanguageModel } from "#lib/providers/llm/types.ts";
import { createTranscriber } from "#lib/providers/stt/index.ts";
import type { Transcriber } from "#lib/providers/stt/types.ts";
import { createTelephony } from "#lib/providers/telephony/index.ts";
import { createSpeechSynthesizer } from "#lib/providers/tts/index.ts";
import type { SpeechSynthesizer } from "#lib/providers/tts/types.ts";
import type { SpokenPhrase } from "#lib/voice/ports.ts";
import { CallSession } from "#lib/voice/session.ts";
import type { Ending } from "#lib/voice/turns.ts";
import { ClipCache } from "./clip-cache.ts";
import type { Conversation, ConversationParts, MediaPorts } from "./ports.ts";

/** The ports of a running product, with the vendors that are configured. */
export function mediaPorts(config: Env): MediaPorts {
  const telephony = createTelephony(config);
  const outside: Outside = {
    transcriber: createTranscriber(config),
    synthesizer: createSpeechSynthesizer(config),
    model: createLanguageModel(config),
    clips: new ClipCache(loadVoiceClips),
  };
  return {
    claim: claimStream,
    turnAway,
    converse: (parts) => converse(outside, parts),
    recall: (call) => saidBefore(call.ctx, call.callId, call.nextTurnIndex),
    keepTurn: (call, turn) => recordTurn(call.ctx, call.callId, turn),
    keepEnding: (call, ending) =>
      closeStream(call.ctx, call, {
        kind: ending.kind,
        detail: detailOf(ending),
        lasting: ending.kind === "stream_failed" && ending.lasting === true,
      }),
    hangUp: (call) => telephony.hangUp(call.callSid),
    transfer: (call, to) =>
      telephony.transfer({
        callSid: call.callSid,
        to,
        callerId: call.toNumber,
        resultUrl: webhookUrl("/webhook/dial_result"),
        timeoutSeconds: RING_FOR_SECONDS,
      }),
  };
}

interface Outside {
  transcriber: Pick<Transcriber, "open"> | null;
  synthesizer: Pick<SpeechSynthesizer, "synthesize"> | null;
  model: LanguageModel | null;
  clips: ClipCache;
}

/** The talk of one call with these vendors, in the way that its business has settled. Throws without ears or a voice. */
export async function converse(
  outside: Outside,
  { call, clock, line, detector, recall, events }: ConversationParts,
): Promise<Conversation> {
  const { transcriber, synthesizer, model } = outside;
  // Without ears or a voice of our own the stream fails, and the call goes on one rung down.
  if (!transcriber || !synthesizer) throw new Error("no speech services are configured");
  const { voice, turnSilenceMs, openTurnSilenceMs } = call.business;
  const opening = openingOf(call);
  const spoken = (text: string) => speakable(text, call.lexicon);
  const clips = await outside.clips.get(call.ctx, voice, [opening, ...Object.values(phrases)].map(spoken));
  // Whoever waits hears something, also where the business's own voice has not said it yet.
  const missing = fillers.map(spoken).filter((text) => !clips.has(text));
  for (const [text, clip] of await loadClipsOfAnyVoice(call.ctx, missing)) clips.set(text, clip);
  const phrase = (text: string): SpokenPhrase => ({ text, audio: clips.get(spoken(text)) ?? null });
  return new CallSession(
    {
      clock,
      line,
      detector,
      ears: transcriber.open({ language: "he", prompt: expectedWords(call) }),
      voice: synthesizer,
      brain: createCallBrain(call, model),
    },
    {
      greeting: phrase(opening),
      phrases: {
        pleaseRepeat: phrase(phrases.pleaseRepeat),
        stillThere: phrase(phrases.stillThere),
        silenceGoodbye: phrase(phrases.silenceGoodbye),
        technical: phrase(phrases.technical),
        filler: phrase(phrases.filler),
        fillerAgain: phrase(phrases.fillerAgain),
      },
      voice,
      speakable: spoken,
      tuning: { finishedSilenceMs: turnSilenceMs, unfinishedSilenceMs: openTurnSilenceMs },
      firstTurnIndex: call.nextTurnIndex,
      elapsedMs: call.startedMsAgo,
      ...(call.opening === "reconnected" ? { recall } : {}),
      events,
    },
  );
}

/** What is said first: the business's greeting, or why the conversation goes on. */
function openingOf({ opening, business }: ClaimedCall): string {
  switch (opening) {
    case "greeting":
      return business.greeting;
    case "transfer_unanswered":
      return phrases.transferUnanswered;
    case "reconnected":
      return phrases.reconnected;
    default:
      return opening satisfies never;
  }
}

function detailOf(ending: Ending): string | null {
  switch (ending.kind) {
    case "transferred":
      return ending.to;
    case "stream_failed":
      return ending.reason satisfies StreamCut;
    case "caller_hung_up":
    case "agent_said_goodbye":
    case "caller_silent":
      return null;
    default:
      return ending satisfies never;
  }
}
