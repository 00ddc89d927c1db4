/** WhatsApp over a phone that was paired: the real client, and the simulated WhatsApp Web. */
import type { TestBusiness } from "#lib/testing/business.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import type { PhoneMessage } from "#simulators/whatsapp-web/messages/inbox.ts";
import type { TestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { scanned } from "../whatsapp-world.ts";
import type { Network, SentFile } from "./network.ts";

/** Resolves when the business's phone of this number is connected. */
export async function pairedPhone(web: TestWorld, business: TestBusiness, number: string): Promise<Network> {
  const owner = business.as("owner");
  await chooseWhatsappProvider(owner, { provider: "baileys" });
  await connectWhatsapp(owner, {});
  await scanned(web, owner, number);
  return {
    async writes(from, { text, file, copies = 1 }) {
      const said = file ? { content: contentOf(file, text) } : { text };
      await web.door(`/phones/${from}/messages`, { to: number, copies, ...said });
    },
    async screen(of) {
      const { items } = await web.door<{ items: PhoneMessage[] }>(`/phones/${of}/messages`);
      return items.filter(({ from }) => from === number).map(({ text }) => text ?? "");
    },
  };
}

function contentOf({ bytes, ...file }: SentFile, caption: string | undefined) {
  return { ...file, caption, base64: bytes.toString("base64") };
}
