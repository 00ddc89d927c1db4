/** The TwiML that this phone network can carry out, as data. https://www.twilio.com/docs/voice/twiml */

import type { HttpMethod } from "../../twilio/webhooks.ts";

export interface Say {
  verb: "Say";
  text: string;
  language: string;
  /** 0 repeats until the call ends. */
  loop: number;
}
export interface Play {
  verb: "Play";
  url: string;
  digits: string;
  loop: number;
}
export interface Pause {
  verb: "Pause";
  lengthS: number;
}
export type Prompt = Say | Play | Pause;

export interface Gather {
  verb: "Gather";
  input: ("dtmf" | "speech")[];
  action: string | null;
  method: HttpMethod;
  timeoutS: number;
  /** null is "auto". */
  speechTimeoutS: number | null;
  numDigits: number;
  finishOnKey: string;
  language: string;
  bargeIn: boolean;
  actionOnEmptyResult: boolean;
  prompts: Prompt[];
}

export interface RecordVerb {
  verb: "Record";
  action: string | null;
  method: HttpMethod;
  timeoutS: number;
  finishOnKey: string;
  maxLengthS: number;
  playBeep: boolean;
  trim: boolean;
  statusCallback: string | null;
  statusMethod: HttpMethod;
}

export interface StreamNoun {
  url: string;
  parameters: Record<string, string>;
  statusCallback: string | null;
  statusMethod: HttpMethod;
}
export interface Connect {
  verb: "Connect";
  action: string | null;
  method: HttpMethod;
  stream: StreamNoun;
}

export interface Dial {
  verb: "Dial";
  number: string;
  callerId: string | null;
  action: string | null;
  method: HttpMethod;
  timeoutS: number;
  timeLimitS: number;
  answerOnBridge: boolean;
}

export interface Redirect {
  verb: "Redirect";
  url: string;
  method: HttpMethod;
}
export interface Reject {
  verb: "Reject";
  reason: "rejected" | "busy";
}
export interface Hangup {
  verb: "Hangup";
}

export type Verb = Prompt | Gather | RecordVerb | Connect | Dial | Redirect | Reject | Hangup;

/** A document, its warnings (12200), and where it came from: relative addresses and missing actions point there. */
export interface TwimlDocument {
  verbs: Verb[];
  warnings: string[];
  url: string;
}
