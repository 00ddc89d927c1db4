/** POST Messages.json: what Twilio checks before it takes a message. https://www.twilio.com/docs/messaging/api/message-resource */
import type { PhoneNetwork } from "../network.ts";
import { RestError } from "../rest-json.ts";
import { deliver } from "./deliver.ts";
import type { NetworkMessage } from "./store.ts";

const LONGEST_BODY = 1600;
const E164 = /^\+[1-9]\d{6,14}$/;

/** Takes a message, or throws the RestError that Twilio would answer with. */
export function sendMessage(network: PhoneNetwork, form: URLSearchParams): NetworkMessage {
  const to = addressOf(form.get("To") ?? "", 21604, 21211);
  const from = addressOf(form.get("From") ?? "", 21603, 21212);
  if (to.channel !== from.channel)
    throw refuse(21910, "Invalid From and To pair. From and To should be of the same channel");
  const own = network.numbers.get(from.number);
  if (from.channel === "whatsapp" && !own?.whatsappUrl)
    throw refuse(63007, "Twilio could not find a Channel with the specified From address");
  if (from.channel === "sms" && !own?.smsUrl)
    throw refuse(21606, `The From phone number ${from.number} is not a valid, SMS-capable inbound phone number`);
  const body = form.get("Body") ?? "";
  const mediaUrls = form.getAll("MediaUrl");
  if (body === "" && mediaUrls.length === 0)
    throw refuse(21619, "A text message body or media urls must be specified.");
  if ([...body].length > LONGEST_BODY)
    throw refuse(21617, "The concatenated message body exceeds the 1600 character limit");
  if (mediaUrls.length > (from.channel === "whatsapp" ? 1 : 10))
    throw refuse(21623, "Number of media files exceeds allowed limit");
  const message = network.messages.add({
    direction: "outbound-api",
    channel: from.channel,
    from: from.number,
    to: to.number,
    body,
    media: [],
    mediaUrls,
    statusCallback: form.get("StatusCallback"),
    status: "queued",
    errorCode: null,
  });
  void deliver(network, message);
  return message;
}

/** "whatsapp:+972…" or "+972…"; a prefix that is written twice is no number. */
function addressOf(written: string, missing: number, invalid: number) {
  if (written === "") throw refuse(missing, "A phone number is required.");
  const [, prefix, number = ""] = /^(whatsapp:)?(.*)$/.exec(written) ?? [];
  if (!E164.test(number)) throw refuse(invalid, `The phone number ${written} is not valid.`);
  return { channel: prefix ? ("whatsapp" as const) : ("sms" as const), number };
}

function refuse(code: number, message: string): RestError {
  return new RestError(400, code, message);
}
