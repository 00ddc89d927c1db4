/** One of everything in a business, made by the verbs that make it in the product. */
import { randomBytes, randomInt } from "node:crypto";
import { addPronunciation } from "../businesses/pronunciations.ts";
import { keepVoiceClip } from "../businesses/voice-clips.ts";
import { spokenSentence } from "../businesses/voice-files.ts";
import { openGatheredTurn } from "../calls/gathered-turn.ts";
import { getCall } from "../calls/get-call.ts";
import { listCalls } from "../calls/list-calls.ts";
import { openCall } from "../calls/open-call.ts";
import { recordTurn } from "../calls/record-turn.ts";
import type { TurnView } from "../calls/schemas/views.ts";
import { addNumber } from "../customers/numbers.ts";
import { createTask } from "../tasks/create-task.ts";
import { logIn } from "../users/log-in.ts";
import type { TestBusiness } from "./business.ts";

export interface Sample {
  callSid: string;
  callId: string;
  callToken: string;
  customerId: string;
  phone: string;
  /** A further number of that customer. */
  furtherPhone: string;
  taskId: string;
  wordId: string;
  sessionId: string;
}

export const newCallSid = () => `CA${randomBytes(16).toString("hex")}`;

/** A turn in which the caller said this. */
export function turnSaying(text: string, rest: Partial<TurnView> = {}): TurnView {
  return {
    index: 0,
    speaker: "caller",
    text,
    heardText: text,
    atMs: 1200,
    endMs: 2400,
    confidence: 0.9,
    interrupted: false,
    tools: [],
    troubles: [],
    endpointMs: null,
    tAudioMs: null,
    tNlpMs: null,
    tTtsMs: null,
    voiceToVoiceMs: null,
    ...rest,
  };
}

/** A call that rings and is kept; throws when the business does not talk. */
export async function ringing(
  business: TestBusiness,
  { callSid = newCallSid(), from = `+97252${randomInt(1_000_000, 9_999_999)}` } = {},
): Promise<{ callSid: string; callId: string; callToken: string; phone: string; customerId: string }> {
  const opened = await openCall({ callSid, from, to: business.number, requestId: null });
  if (opened.kind !== "stream") throw new Error(`expected a stream, got ${opened.kind}`);
  const { items } = await listCalls(business.ctx, { q: from });
  const found = items.find((call) => call.callSid === callSid);
  if (!found?.customerId) throw new Error("the call was not kept with its customer");
  return { callSid, callId: found.id, callToken: opened.callToken, phone: from, customerId: found.customerId };
}

export async function sampleOf(business: TestBusiness): Promise<Sample> {
  const { callSid, callId, callToken, phone, customerId } = await ringing(business);
  await recordTurn(business.ctx, callId, turnSaying("אני מחפש פנטהאוז ברמת גן"));
  await openGatheredTurn({
    callSid,
    text: "",
    confidence: null,
    wantsPerson: false,
    onceKey: "sample",
    requestId: null,
  });
  const task = await createTask(business.as("owner"), { title: "להתקשר בחזרה", customerId, callId });
  const furtherPhone = `+97253${randomInt(1_000_000, 9_999_999)}`;
  await addNumber(business.as("owner"), { customerId, phone: furtherPhone });
  const word = await addPronunciation(business.as("owner"), { written: `פנטהאוז ${newCallSid()}`, spoken: "פֶּנְטְהָאוּז" });
  await keepVoiceClip(business.ctx, null, "שלום", new Uint8Array([1, 2, 3]));
  await spokenSentence(business.ctx, null, "שלום", 5000);
  const { email, password } = business.owner;
  const { sessionId } = await logIn({ email, password, address: "192.0.2.1", userAgent: "a test" });
  await getCall(business.ctx, callId);
  return { callSid, callId, callToken, customerId, phone, furtherPhone, taskId: task.id, wordId: word.id, sessionId };
}
