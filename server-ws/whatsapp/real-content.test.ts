/** The real client against the simulated WhatsApp Web: what is no text, both ways, and what could not be read at first. */
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "#lib/config/env.ts";
import { log } from "#lib/log.ts";
import { keepUpload } from "#lib/messaging/attachments/keep-upload.ts";
import { fetchAttachment } from "#lib/messaging/jobs/fetch-attachment.ts";
import { getThread, listConversations } from "#lib/messaging/list-conversations.ts";
import { writeMessage } from "#lib/messaging/write-message.ts";
import { fileStore } from "#lib/providers/files/index.ts";
import type { Transcriber } from "#lib/providers/stt/types.ts";
import { createFileFetcher } from "#lib/providers/whatsapp/index.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import type { PhoneMessage } from "#simulators/whatsapp-web/messages/inbox.ts";
import { startTestWorld, type TestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { scanned, until } from "../testing/whatsapp-world.ts";
import { loadClient } from "./client.ts";
import { openSocketWith } from "./open-socket.ts";
import { Sessions } from "./sessions.ts";

const PHONE = "+972555000001";
const RINA = "+972501234567";
const CONTRACT = Buffer.from("%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n");
/** The first page of a recording as phones make them: a header that says that Opus follows. */
const VOICE = Buffer.concat([
  Buffer.from("OggS\0\x02"),
  Buffer.alloc(22),
  Buffer.from("OpusHead\x01\x01"),
  Buffer.alloc(900, 7),
]);

let database: TestDatabase;
let world: TestWorld;
let business: TestBusiness;
let process: Sessions;
const usual = getCACertificates("default");

beforeAll(async () => {
  database = await testDatabase();
  world = await startTestWorld();
  setDefaultCACertificates([...usual, world.web.mediaCertificate]);
  business = await testBusiness();
  await chooseWhatsappProvider(owner(), { provider: "baileys" });
  process = new Sessions({
    log: log(),
    loadClient: () => loadClient(world.web.publicKey, log()),
    openSocketWith: (client) => openSocketWith(client, world.web.url, log()),
    currentVersion: async () => null,
  });
  process.start();
  await connectWhatsapp(owner(), {});
  process.onNews(business.id);
  await scanned(world, owner(), PHONE);
}, 60_000);
afterAll(async () => {
  await process.close();
  setDefaultCACertificates(usual);
  await world.close();
  await database.drop();
});

const owner = () => business.as("owner");
const writes = (content: Record<string, unknown>) =>
  world.door<{ id: string }>(`/phones/${RINA}/messages`, { to: PHONE, content });
const onScreen = (fits: (message: PhoneMessage) => boolean) =>
  until(async () => {
    const { items } = await world.door<{ items: PhoneMessage[] }>(`/phones/${RINA}/messages`);
    return items.find((message) => message.from === PHONE && fits(message));
  }, 20_000);

async function thread() {
  const [conversation] = (await listConversations(owner(), { q: RINA })).items;
  if (!conversation) return null;
  const { items } = await getThread(owner(), { conversationId: conversation.id });
  return { conversation, items };
}

/** As the inbox shows the message that has this name at WhatsApp. */
const shown = (providerId: string) =>
  until(async () => {
    const [row] = await database.owner`select id from message where provider_id = ${providerId}`;
    return (await thread())?.items.find(({ id }) => id === row?.id);
  });

async function fetched(providerId: string, transcriber: Transcriber | null = null) {
  const attachmentId = (await shown(providerId)).attachments[0]?.id ?? "";
  const fetchFile = createFileFetcher(parseEnv({ WHATSAPP_WEB_URL: world.web.url }));
  const ports = { fetchFile, files: fileStore(), transcriber };
  await fetchAttachment(ports, { businessId: business.id, attachmentId }, AbortSignal.timeout(10_000), 1);
  return shown(providerId);
}

async function sends(body: string, file?: File) {
  const attachmentIds = file ? [(await keepUpload(owner(), file)).id] : [];
  const conversationId = (await thread())?.conversation.id ?? "";
  const { messageId } = await writeMessage(owner(), { conversationId, body, attachmentIds });
  process.onNews(business.id);
  return messageId;
}

describe("a customer sends", () => {
  it("a contact: its name and numbers are in the inbox", async () => {
    const vcard = "BEGIN:VCARD\nVERSION:3.0\nFN:דוד כהן\nTEL;type=CELL;waid=972541234567:+972 54-123-4567\nEND:VCARD";
    const { id } = await writes({ kind: "contact", name: "דוד כהן", vcard });
    expect(await shown(id)).toMatchObject({
      content: { kind: "contact", contacts: [{ name: "דוד כהן", phones: [expect.stringContaining("123")] }] },
    });
  }, 30_000);

  it("a reaction: the emoji whole, however many signs it is made of, and never what cannot be kept", async () => {
    const { id } = await writes({ kind: "text", text: "תודה!" });
    await shown(id);
    const becomes = async (emoji: string, kept: string) => {
      await writes({ kind: "reaction", emoji, about: id });
      await until(async () => {
        const { reactions } = await shown(id);
        return kept === "" ? reactions.length === 0 : reactions[0]?.emoji === kept;
      });
    };
    await becomes("👍", "👍");
    await becomes("👨🏽‍👩🏽‍👧🏽‍👦🏽", "👨🏽‍👩🏽‍👧🏽‍👦🏽");
    await becomes("\0❤️ ועוד", "❤️");
    await becomes(`z${"\u0301".repeat(100)}`, "z");
    await becomes("", "");
    await until(async () => (await database.owner`select 1 from whatsapp_arrival`).length === 0);
  }, 30_000);

  it("a document: with its name and its words, to be opened once it was fetched and looked at", async () => {
    const file = { mimetype: "application/pdf", base64: CONTRACT.toString("base64"), fileName: "חוזה.pdf" };
    const { id } = await writes({ kind: "document", ...file, caption: "לחתימה" });
    expect(await shown(id)).toMatchObject({ body: "לחתימה", attachments: [{ kind: "document", state: "waiting" }] });
    expect(await fetched(id)).toMatchObject({
      attachments: [
        { state: "kept", fileName: "חוזה.pdf", contentType: "application/pdf", sizeBytes: CONTRACT.length },
      ],
    });
  }, 30_000);

  it("a voice note: it can be heard and read, and is answered by what was said", async () => {
    const heard: Uint8Array[] = [];
    const transcriber: Transcriber = {
      name: "test",
      open: () => {
        throw new Error("a recording is no call");
      },
      transcribe: async (audio, { format }) => {
        heard.push(audio);
        return { text: format === "ogg" ? "אפשר לבוא מחר?" : "", confidence: 1, noSpeech: 0, compression: 1 };
      },
    };
    const mimetype = "audio/ogg; codecs=opus";
    const { id } = await writes({ kind: "voice", mimetype, base64: VOICE.toString("base64"), seconds: 4 });
    expect(await shown(id)).toMatchObject({ attachments: [{ kind: "audio", state: "waiting" }] });
    await database.owner`delete from graphile_worker._private_jobs`;
    expect(await fetched(id, transcriber)).toMatchObject({
      transcript: "אפשר לבוא מחר?",
      attachments: [{ state: "kept", contentType: "audio/ogg" }],
    });
    expect(heard.map((bytes) => Buffer.from(bytes))).toEqual([VOICE]);
    const jobs = await database.owner`
      select 1 from graphile_worker._private_jobs where payload->>'conversationId' = ${(await thread())?.conversation.id ?? ""}`;
    expect(jobs).toHaveLength(1);
  }, 30_000);
});

describe("the staff send", () => {
  it("a document: the customer gets it whole, by its name", async () => {
    await sends("החוזה", new File([CONTRACT], "חוזה שכירות.pdf"));
    expect(await onScreen(({ kind }) => kind === "document")).toMatchObject({
      text: "החוזה",
      media: { mimetype: "application/pdf", fileName: "חוזה שכירות.pdf", base64: CONTRACT.toString("base64") },
    });
  }, 30_000);

  it("a voice note: the customer gets it as phones play it", async () => {
    await sends("", new File([VOICE], "הקלטה.ogg"));
    expect(await onScreen(({ kind }) => kind === "audio")).toMatchObject({
      media: { mimetype: "audio/ogg; codecs=opus", base64: VOICE.toString("base64") },
    });
  }, 30_000);

  it("a message that the customer's phone cannot read: asked for once more, it arrives", async () => {
    await world.door(`/phones/${RINA}/forget`, {});
    const messageId = await sends("נסו לקרוא את זה");
    expect(await onScreen(({ text }) => text === "נסו לקרוא את זה")).toMatchObject({ kind: "text" });
    const row = await until(async () => {
      const [kept] = await database.owner`select status, provider_id from message where id = ${messageId}`;
      return kept?.status === "read" && kept;
    });
    type Request = { step: string; detail: { attrs: Record<string, string> } };
    const { items } = await world.door<{ items: Request[] }>("/requests");
    const sent = items.filter(({ step, detail }) => step === "message" && detail.attrs.id === row.provider_id);
    expect(sent).toHaveLength(2);
  }, 30_000);
});
