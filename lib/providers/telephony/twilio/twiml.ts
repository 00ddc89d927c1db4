/** What we tell Twilio to do with a call, as XML. https://www.twilio.com/docs/voice/twiml */
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { speakable } from "../../../hebrew/speakable/index.ts";

/** The phone network's own Hebrew voice, for when ours cannot be had. */
const VOICE = { language: "he-IL", voice: "Google.he-IL-Wavenet-A" } as const;

const LONGEST_MESSAGE_SECONDS = 120;
const SILENCE_ENDS_MESSAGE_SECONDS = 5;
const UNHEARD_AFTER_SECONDS = 5;
const NOTHING_RECORDED = "לא נשמעה הודעה. אפשר להתקשר שוב בכל שעה. להתראות.";

/** A sentence: played where it is rendered already, else said by the network. */
export interface Speech {
  text: string;
  /** Of an MP3 that the network can fetch. */
  url: string | null;
}

interface StreamConnection {
  streamUrl: string;
  /** Asked for what comes next when the stream is over. */
  actionUrl: string;
  /** Handed to the stream's start; a query string in the URL would be dropped. */
  parameters: Record<string, string>;
}

/** Connects the caller's audio to our media socket, both ways. */
export function connectStream({ streamUrl, actionUrl, parameters }: StreamConnection): string {
  const response = new VoiceResponse();
  const stream = response.connect({ action: actionUrl, method: "POST" }).stream({ url: streamUrl });
  for (const [name, value] of Object.entries(parameters)) stream.parameter({ name, value });
  return response.toString();
}

interface Gathering {
  speech: Speech;
  /** Posted with what was understood or pressed, and also when nothing was. */
  actionUrl: string;
}

/** Says something and listens, with the network's own recogniser. */
export function gatherSpeech({ speech, actionUrl }: Gathering): string {
  const response = new VoiceResponse();
  const gather = response.gather({
    input: ["speech", "dtmf"],
    language: "he-IL",
    speechTimeout: "auto",
    timeout: UNHEARD_AFTER_SECONDS,
    action: actionUrl,
    method: "POST",
  });
  speak(gather, speech);
  // Only reached when nothing was heard.
  response.redirect({ method: "POST" }, actionUrl);
  return response.toString();
}

interface MessageTaking {
  /** Before the tone. */
  speech: Speech;
  /** Posted when the caller has stopped speaking, with the recording's address. */
  actionUrl: string;
  /** Posted when the recording can be fetched: the same address unless said otherwise. */
  recordingStatusUrl?: string;
}

/** Records what the caller has to say. */
export function takeMessage({ speech, actionUrl, recordingStatusUrl = actionUrl }: MessageTaking): string {
  const response = new VoiceResponse();
  speak(response, speech);
  response.record({
    action: actionUrl,
    method: "POST",
    maxLength: LONGEST_MESSAGE_SECONDS,
    timeout: SILENCE_ENDS_MESSAGE_SECONDS,
    playBeep: true,
    finishOnKey: "#",
    recordingStatusCallback: recordingStatusUrl,
    recordingStatusCallbackMethod: "POST",
    recordingStatusCallbackEvent: ["completed"],
  });
  // Only reached when nothing was recorded.
  speak(response, { text: NOTHING_RECORDED, url: null });
  response.hangup();
  return response.toString();
}

export function sayAndHangUp(text: string, url: string | null = null): string {
  const response = new VoiceResponse();
  speak(response, { text, url });
  response.hangup();
  return response.toString();
}

/** Says something, and asks that address what comes next. */
export function sayAndGoOn(speech: Speech, nextUrl: string): string {
  const response = new VoiceResponse();
  speak(response, speech);
  response.redirect({ method: "POST" }, nextUrl);
  return response.toString();
}

export function hangUp(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}

interface Dialling {
  /** Before it rings. */
  speech?: Speech;
  /** E.164 */
  to: string;
  callerId: string;
  /** Asked for what comes next, with how the dialling ended. */
  resultUrl: string;
  timeoutSeconds: number;
}

/** Rings another number; the caller keeps hearing the ringing until somebody answers. */
export function dial({ speech, to, callerId, resultUrl, timeoutSeconds }: Dialling): string {
  const response = new VoiceResponse();
  if (speech) speak(response, speech);
  response
    .dial({ callerId, timeout: timeoutSeconds, action: resultUrl, method: "POST", answerOnBridge: true })
    .number(to);
  return response.toString();
}

function speak(to: Pick<VoiceResponse, "play" | "say">, { text, url }: Speech): void {
  if (url !== null) {
    to.play(url);
    return;
  }
  const spoken = speakable(text);
  if (spoken) to.say(VOICE, spoken);
}
