/** What we tell Twilio to do with a call, as XML. https://www.twilio.com/docs/voice/twiml */
import VoiceResponse from "twilio/lib/twiml/VoiceResponse.js";
import { speakable } from "../../../hebrew/speakable/index.ts";

/** The phone network's own Hebrew voice, for when ours cannot be had. */
const VOICE = { language: "he-IL", voice: "Google.he-IL-Wavenet-A" } as const;

const LONGEST_MESSAGE_SECONDS = 120;
const SILENCE_ENDS_MESSAGE_SECONDS = 5;
const NOTHING_RECORDED = "לא נשמעה הודעה. אפשר להתקשר שוב בכל שעה. להתראות.";

interface StreamConnection {
  streamUrl: string;
  /** Asked for what comes next when the stream is over. */
  actionUrl: string;
  /** Handed to the stream's start; a query string in the URL would be dropped. */
  parameters: Record<string, string>;
  /** Said before the stream opens. */
  say?: string;
}

/** Connects the caller's audio to our media socket, both ways. */
export function connectStream({ streamUrl, actionUrl, parameters, say }: StreamConnection): string {
  const response = new VoiceResponse();
  if (say) speak(response, say);
  const stream = response.connect({ action: actionUrl, method: "POST" }).stream({ url: streamUrl });
  for (const [name, value] of Object.entries(parameters)) stream.parameter({ name, value });
  return response.toString();
}

interface MessageTaking {
  /** Said before the tone. */
  text: string;
  /** Posted when the caller has stopped speaking, with the recording's address. */
  actionUrl: string;
  /** Posted when the recording can be fetched: the same address unless said otherwise. */
  recordingStatusUrl?: string;
}

/** Records what the caller has to say. */
export function takeMessage({ text, actionUrl, recordingStatusUrl = actionUrl }: MessageTaking): string {
  const response = new VoiceResponse();
  speak(response, text);
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
  speak(response, NOTHING_RECORDED);
  response.hangup();
  return response.toString();
}

export function sayAndHangUp(text: string): string {
  const response = new VoiceResponse();
  speak(response, text);
  response.hangup();
  return response.toString();
}

export function hangUp(): string {
  const response = new VoiceResponse();
  response.hangup();
  return response.toString();
}

interface Dialling {
  /** E.164 */
  to: string;
  callerId: string;
  /** Asked for what comes next, with how the dialling ended. */
  resultUrl: string;
  timeoutSeconds: number;
}

/** Rings another number; the caller keeps hearing the ringing until somebody answers. */
export function dial({ to, callerId, resultUrl, timeoutSeconds }: Dialling): string {
  const response = new VoiceResponse();
  response
    .dial({ callerId, timeout: timeoutSeconds, action: resultUrl, method: "POST", answerOnBridge: true })
    .number(to);
  return response.toString();
}

function speak(response: VoiceResponse, text: string): void {
  const spoken = speakable(text);
  if (spoken) response.say(VOICE, spoken);
}
