import type { TextToSpeechClient } from "@google-cloud/text-to-speech";
import { ProviderFailed } from "../../../errors.ts";
import { speechTrouble } from "../../audio/speech-check.ts";
import { isCutWav, stripWavHeader } from "../../audio/wav.ts";
import { Deadline } from "../../deadline.ts";
import type { SpeechRequest, SpeechSynthesizer, Voice } from "../types.ts";
import { chooseVoice } from "./choose-voice.ts";
import { type GoogleAccess, googleClient } from "./client.ts";
import { LANGUAGE, toAudioConfig, toFailure, toVoice } from "./map.ts";
import { deadlineMs } from "./patience.ts";
import { VoiceList } from "./voice-list.ts";

const VOICES_DEADLINE_MS = 10_000;

/** Google Cloud Text-to-Speech. `voice`: the one to take when a business has chosen none. */
export function googleSynthesizer({ voice, ...access }: GoogleAccess & { voice: string | null }): SpeechSynthesizer {
  const client = googleClient(access);
  const list = new VoiceList(() => listVoices(client), Date.now);
  // Asked for now, so that the first caller's first sentence does not wait for it.
  list.known();
  return {
    name: "google",
    voices: () => list.fresh(),
    synthesize: async function* (request, signal) {
      const name = chooseVoice(list.known(), [request.voice, voice]);
      yield await speak(client, name, request, signal);
    },
  };
}

async function speak(
  client: TextToSpeechClient,
  voice: string,
  { text, encoding }: SpeechRequest,
  signal: AbortSignal,
): Promise<Uint8Array> {
  signal.throwIfAborted();
  const deadline = new Deadline(signal, deadlineMs(text));
  try {
    const [answer] = await client.synthesizeSpeech(
      { input: { text }, voice: { languageCode: LANGUAGE, name: voice }, audioConfig: toAudioConfig(encoding) },
      { retry: null, timeout: deadline.milliseconds, signal: deadline.signal },
    );
    const content = answer.audioContent;
    const bytes = typeof content === "string" ? Buffer.from(content, "base64") : content;
    if (!bytes || bytes.length === 0) throw new ProviderFailed("tts", true, "the answer has no audio");
    if (encoding === "mp3") return bytes;
    if (isCutWav(bytes)) throw new ProviderFailed("tts", true, "the answer's audio is cut");
    const mulaw = stripWavHeader(bytes);
    const trouble = speechTrouble(mulaw, text);
    if (trouble) throw new ProviderFailed("tts", true, `the answer is not this sentence: ${trouble}`);
    return mulaw;
  } catch (error) {
    throw toFailure(error, deadline);
  } finally {
    deadline.done();
  }
}

async function listVoices(client: TextToSpeechClient): Promise<Voice[]> {
  const deadline = new Deadline(new AbortController().signal, VOICES_DEADLINE_MS);
  try {
    const [answer] = await client.listVoices(
      { languageCode: LANGUAGE },
      { retry: null, timeout: VOICES_DEADLINE_MS, signal: deadline.signal },
    );
    return (answer.voices ?? []).flatMap((voice) => toVoice(voice) ?? []);
  } catch (error) {
    throw toFailure(error, deadline);
  } finally {
    deadline.done();
  }
}
