/** How Twilio's REST API writes its resources. */
import { type Json, rfc2822 } from "../twilio/rest.ts";
import { durationMs } from "./audio/mulaw.ts";
import type { PhoneCall } from "./call.ts";
import type { Exchange } from "./exchange.ts";
import type { PhoneNumber } from "./numbers.ts";
import type { Recording } from "./recordings.ts";

export function accountJson({ accountSid }: Exchange): Json {
  return { sid: accountSid, friendly_name: "Moked", status: "active", type: "Full", uri: accountUri(accountSid) };
}

export function callJson({ accountSid }: Exchange, call: PhoneCall): Json {
  const uri = `/2010-04-01/Accounts/${accountSid}/Calls/${call.sid}`;
  return {
    sid: call.sid,
    account_sid: accountSid,
    parent_call_sid: null,
    api_version: "2010-04-01",
    from: call.from,
    from_formatted: call.from,
    to: call.to,
    to_formatted: call.to,
    caller_name: null,
    forwarded_from: null,
    answered_by: null,
    direction: call.direction,
    status: call.status,
    date_created: rfc2822(call.createdAt),
    date_updated: rfc2822(call.endedAt ?? call.answeredAt ?? call.createdAt),
    start_time: rfc2822(call.answeredAt),
    end_time: rfc2822(call.endedAt),
    duration: call.isOver ? String(call.durationS) : null,
    price: null,
    price_unit: "USD",
    phone_number_sid: null,
    annotation: null,
    group_sid: null,
    trunk_sid: null,
    queue_time: "0",
    uri: `${uri}.json`,
    subresource_uris: { recordings: `${uri}/Recordings.json` },
  };
}

export function recordingJson({ accountSid, apiUrl }: Exchange, recording: Recording): Json {
  const uri = `/2010-04-01/Accounts/${accountSid}/Recordings/${recording.sid}`;
  return {
    sid: recording.sid,
    account_sid: accountSid,
    call_sid: recording.callSid,
    conference_sid: null,
    api_version: "2010-04-01",
    status: "completed",
    source: "RecordVerb",
    channels: 1,
    duration: String(recording.durationS),
    start_time: rfc2822(recording.startedAt),
    date_created: rfc2822(recording.startedAt),
    date_updated: rfc2822(recording.startedAt + durationMs(recording.audio)),
    price: null,
    price_unit: "USD",
    error_code: null,
    encryption_details: null,
    media_url: `${apiUrl}${uri}`,
    uri: `${uri}.json`,
    subresource_uris: {},
  };
}

export function numberJson({ accountSid }: Exchange, number: PhoneNumber): Json {
  return {
    sid: number.sid,
    account_sid: accountSid,
    phone_number: number.number,
    friendly_name: number.number,
    api_version: "2010-04-01",
    capabilities: { voice: true, sms: number.smsUrl !== undefined, mms: false, fax: false },
    voice_url: number.voiceUrl ?? null,
    voice_method: "POST",
    sms_url: number.smsUrl ?? null,
    sms_method: "POST",
    status_callback: number.statusCallback ?? null,
    status_callback_method: "POST",
    uri: `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
  };
}

function accountUri(accountSid: string): string {
  return `/2010-04-01/Accounts/${accountSid}.json`;
}
