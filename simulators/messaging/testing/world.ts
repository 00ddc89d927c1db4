/** A messaging network with an application behind it, Twilio's own client before it, and the door beside it. */
import twilio from "twilio";
import type { RunningPhoneNetwork } from "../../phone/index.ts";
import {
  ACCOUNT_SID,
  AUTH_TOKEN,
  BUSINESS,
  CALLER as PERSON,
  startWorld,
  type TestApplication,
} from "../../phone/testing/application.ts";
import type { WrittenInput } from "../inbound-params.ts";
import type { Message } from "../message.ts";
import type { SeenMessage } from "../view.ts";

export { ACCOUNT_SID, AUTH_TOKEN, BUSINESS, PERSON };
export const SERVICE_SID = `MG${"0123456789abcdef".repeat(2)}`;
/** The sender that is no telephone number. */
export const WHATSAPP = "+972555000000";

export interface MessagingWorld {
  app: TestApplication;
  phone: RunningPhoneNetwork;
  client: ReturnType<typeof twilio>;
  /** Moves the time of WhatsApp's rules on. */
  passTime(ms: number): void;
  /** A question to the control door. */
  door(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }>;
  /** Somebody writes, by WhatsApp unless told otherwise. */
  write(written: Partial<WrittenInput>): Promise<SeenMessage>;
  /** The message once everything about it was told, and its callbacks as they came. */
  settled(sid: string): Promise<{ message: Message; callbacks: Record<string, string>[] }>;
  close(): Promise<void>;
}

export async function startMessagingWorld(): Promise<MessagingWorld> {
  let now = Date.now();
  const { app, phone, close } = await startWorld({ messagingClock: () => now });
  const messagingService = { sid: SERVICE_SID, statusCallback: `${app.url}/status` };
  phone.network.setNumber({ number: BUSINESS, smsUrl: `${app.url}/sms`, messagingService });
  phone.network.setNumber({
    number: WHATSAPP,
    whatsappUrl: `${app.url}/whatsapp`,
    whatsappStatusCallback: `${app.url}/status`,
  });
  phone.messaging.people.set({ stepMs: 0 });
  app.routes["/whatsapp"] = () => "";
  app.routes["/sms"] = () => "";
  const door: MessagingWorld["door"] = async (path, body) => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(`${phone.url}/_sim${path}`, init);
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return {
    app,
    phone,
    client: twilioClient(phone.url),
    passTime: (ms) => {
      now += ms;
    },
    door,
    write: async (written) => {
      const to = written.channel === "sms" ? BUSINESS : WHATSAPP;
      const answer = await door("/messages", { from: PERSON, to, ...written });
      if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
      return answer.body as unknown as SeenMessage;
    },
    settled: async (sid) => {
      const message = phone.messaging.messages.get(sid);
      if (!message) throw new Error(`there is no message ${sid}`);
      await message.settled;
      const callbacks = app.received.filter(({ path, form }) => path === "/status" && form.MessageSid === sid);
      return { message, callbacks: callbacks.map(({ form }) => form) };
    },
    close,
  };
}

/** Twilio's own client, sent to the simulator instead of api.twilio.com and content.twilio.com. */
export function twilioClient(url: string, token = AUTH_TOKEN): ReturnType<typeof twilio> {
  class Redirected extends twilio.RequestClient {
    override request<T>(options: Parameters<typeof twilio.RequestClient.prototype.request<T>>[0]) {
      return super.request<T>({ ...options, uri: options.uri.replace(/^https:\/\/(api|content)\.twilio\.com/, url) });
    }
  }
  return twilio(ACCOUNT_SID, token, { httpClient: new Redirected() });
}
