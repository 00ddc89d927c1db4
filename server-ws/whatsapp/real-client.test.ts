/** The real client against the simulated WhatsApp Web: what a person with a phone sees of all of it. */
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "#lib/config/env.ts";
import { log } from "#lib/log.ts";
import { keepUpload } from "#lib/messaging/attachments/keep-upload.ts";
import { fetchAttachment } from "#lib/messaging/jobs/fetch-attachment.ts";
import { listConversations } from "#lib/messaging/list-conversations.ts";
import { writeMessage } from "#lib/messaging/write-message.ts";
import { fileStore } from "#lib/providers/files/index.ts";
import { createFileFetcher } from "#lib/providers/whatsapp/index.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { connectWhatsapp } from "#lib/whatsapp/connect.ts";
import { getWhatsapp } from "#lib/whatsapp/get-whatsapp.ts";
import { startTestWorld, type TestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { scanned, until } from "../testing/whatsapp-world.ts";
import { loadClient } from "./client.ts";
import { openSocketWith } from "./open-socket.ts";
import { Sessions } from "./sessions.ts";

const PHONE = "+972555000001";
const RINA = "+972501234567";
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let database: TestDatabase;
let world: TestWorld;
let business: TestBusiness;
const running: Sessions[] = [];
const usual = getCACertificates("default");

beforeAll(async () => {
  database = await testDatabase();
  world = await startTestWorld();
  setDefaultCACertificates([...usual, world.web.mediaCertificate]);
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((process) => process.close()));
});
afterAll(async () => {
  setDefaultCACertificates(usual);
  await world.close();
  await database.drop();
});

const owner = () => business.as("owner");
const view = () => getWhatsapp(owner());
const rows = () => database.owner`
  select m.*, c.address from message m join conversation c on c.id = m.conversation_id
  where m.business_id = ${business.id} order by m.id`;
const rowWith = (body: string) => until(async () => (await rows()).find((row) => row.body === body));
const screen = async () =>
  (
    await world.door<{ items: { id: string; from: string; text?: string; kind: string; status: string }[] }>(
      `/phones/${RINA}/messages`,
    )
  ).items;

function startProcess(): Sessions {
  const process = new Sessions({
    log: log(),
    loadClient: () => loadClient(world.web.publicKey, log()),
    openSocketWith: (client) => openSocketWith(client, world.web.url, log()),
    currentVersion: async () => null,
  });
  running.push(process);
  process.start();
  return process;
}

/** A process that has the phone connected: it is paired by whoever comes first. */
async function connected(): Promise<Sessions> {
  const process = startProcess();
  await connectWhatsapp(owner(), {});
  process.onNews(business.id);
  await scanned(world, owner(), PHONE);
  return process;
}

const writes = (content: Record<string, unknown>) =>
  world.door<{ id: string }>(`/phones/${RINA}/messages`, { to: PHONE, ...content });

async function conversationId(): Promise<string> {
  const [conversation] = (await listConversations(owner(), { q: RINA })).items;
  return conversation?.id ?? "";
}

describe("a phone that is paired", () => {
  it("brings what customers write, and takes them our answers, with all that becomes of them", async () => {
    const process = await connected();
    expect(await view()).toMatchObject({ state: "WORKING", number: PHONE });
    await writes({ text: "היי, יש דירה להשכרה?" });
    expect(await rowWith("היי, יש דירה להשכרה?")).toMatchObject({ direction: "in", address: RINA });
    const { messageId } = await writeMessage(owner(), {
      conversationId: await conversationId(),
      body: "יש, שלושה חדרים",
    });
    process.onNews(business.id);
    await until(async () => (await screen()).some(({ text }) => text === "יש, שלושה חדרים"), 20_000);
    await until(async () => {
      const [row] = await database.owner`select status from message where id = ${messageId ?? ""}`;
      return row?.status === "delivered" || row?.status === "read";
    });
    await until(async () => (await database.owner`select 1 from whatsapp_arrival`).length === 0);
  }, 60_000);

  it("brings what customers change afterwards", async () => {
    await connected();
    const { id: about } = await writes({ text: "שני חדרים" });
    await rowWith("שני חדרים");
    await writes({ content: { kind: "edit", about, text: "שלושה חדרים" } });
    expect(await rowWith("שלושה חדרים")).toMatchObject({ provider_id: about, edited_at: expect.any(Date) });
    await until(async () => (await database.owner`select 1 from whatsapp_arrival`).length === 0);
  }, 60_000);

  it("is taken over by another process with the same pairing, when the first one lets go", async () => {
    const first = await connected();
    await first.close();
    startProcess();
    await until(async () => (await view()).state === "WORKING", 20_000);
    await writes({ text: "ועכשיו?" });
    await rowWith("ועכשיו?");
  }, 60_000);

  it("what was acknowledged and not received, because the process died, is received by the next one", async () => {
    await connected();
    await database.owner.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin raise exception 'not now'; end $$;
      create trigger refuse before insert on message for each row when (new.direction = 'in') execute function refuse()`);
    await writes({ text: "אל תאבדו אותי" });
    await until(async () => (await database.owner`select 1 from whatsapp_arrival`).length === 1);
    // The customer's phone shows it as arrived: WhatsApp will not bring it again.
    await until(async () =>
      (await screen()).find(({ text, status }) => text === "אל תאבדו אותי" && status === "delivered"),
    );
    await Promise.all(running.splice(0).map((process) => process.close()));
    await database.owner.unsafe("drop trigger refuse on message");
    startProcess();
    expect(await rowWith("אל תאבדו אותי")).toMatchObject({ address: RINA, direction: "in" });
    await until(async () => (await database.owner`select 1 from whatsapp_arrival`).length === 0);
  }, 60_000);

  it("carries pictures both ways", async () => {
    const process = await connected();
    await writes({
      content: { kind: "image", mimetype: "image/png", base64: PICTURE.toString("base64"), caption: "הסלון" },
    });
    const { id } = await rowWith("הסלון");
    const [file] = await database.owner`select id from attachment where message_id = ${id}`;
    const ports = {
      fetchFile: createFileFetcher(parseEnv({ WHATSAPP_WEB_URL: world.web.url })),
      files: fileStore(),
      transcriber: null,
    };
    await fetchAttachment(ports, { businessId: business.id, attachmentId: file?.id }, AbortSignal.timeout(10_000), 1);
    const [kept] = await database.owner`select * from attachment where id = ${file?.id}`;
    expect(kept).toMatchObject({ state: "kept", content_type: "image/png", size_bytes: PICTURE.length });
    const upload = await keepUpload(owner(), new File([PICTURE], "plan.png"));
    const wish = { conversationId: await conversationId(), body: "התכנית", attachmentIds: [upload.id] };
    await writeMessage(owner(), wish);
    process.onNews(business.id);
    await until(async () => (await screen()).some(({ kind, from }) => kind === "image" && from === PHONE), 20_000);
  }, 60_000);
});
