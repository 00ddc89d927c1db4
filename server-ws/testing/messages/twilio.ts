/** WhatsApp over the simulated Twilio: signed webhooks in, REST out, its own reports of what arrived. */
import { newMedium } from "#simulators/messaging/media.ts";
import { mediumUrl } from "#simulators/messaging/rest-json.ts";
import type { SeenMessage } from "#simulators/messaging/view.ts";
import type { RunningPhoneNetwork } from "#simulators/phone/index.ts";
import type { Network, SentFile } from "./network.ts";

/** `number`: the business's sender; `origin`: where the product is met. */
export function twilioNetwork(phone: RunningPhoneNetwork, number: string, origin: string): Network {
  phone.network.setNumber({ number, whatsappUrl: `${origin}/webhook/whatsapp/incoming` });
  phone.messaging.people.set({ stepMs: 0 });
  const door = async <T>(query: string, body?: object): Promise<T> => {
    const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const response = await fetch(`${phone.url}/_sim/messages${query}`, init);
    if (!response.ok) throw new Error(await response.text());
    return response.json() as Promise<T>;
  };
  return {
    async writes(from, { text = "", file, copies = 1 }) {
      const fields = { Body: text, ...(file ? fileFields(phone, file) : {}) };
      const { webhooks } = await door<SeenMessage>("", {
        from,
        to: number,
        fields,
        repeat: copies,
        profileName: "דנה",
      });
      const refused = webhooks.find(({ error }) => error);
      if (refused) throw new Error(`Twilio was not answered well: ${refused.error?.message}`);
    },
    async screen(of) {
      const { items } = await door<{ items: SeenMessage[] }>(`?with=${encodeURIComponent(of)}`);
      return items.filter(({ by, received }) => by === "business" && received).map(({ body }) => body);
    },
  };
}

/** Put on the media host past the door, which takes no file of 300 MB. */
function fileFields({ messaging }: RunningPhoneNetwork, { mimetype, bytes, size = 0 }: SentFile) {
  const filled = size > bytes.length ? Buffer.alloc(size) : bytes;
  const medium = newMedium({ contentType: mimetype, bytes: filled });
  messaging.media.add([medium], `MM${crypto.randomUUID().replaceAll("-", "")}`);
  return { NumMedia: "1", MediaUrl0: mediumUrl(messaging, medium), MediaContentType0: mimetype };
}
