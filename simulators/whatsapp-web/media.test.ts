import { Agent } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { WAMessage } from "@whiskeysockets/baileys";
import { afterAll, afterEach, beforeEach, describe, expect, it } from "vitest";
import type { PhoneMessage } from "./messages/inbox.ts";
import type { TestClient } from "./testing/client.ts";
import { BUSINESS, CUSTOMER, startTestWorld, type TestWorld } from "./testing/world.ts";
import { loadBaileys } from "./wire/baileys.ts";

let world: TestWorld;
let client: TestClient;
const usualCertificates = getCACertificates("default");

beforeEach(async () => {
  world = await startTestWorld();
  // What NODE_EXTRA_CA_CERTS does for a process: the client downloads by fetch, which has no certificates of its own.
  setDefaultCACertificates([...usualCertificates, world.web.mediaCertificate]);
  client = await world.paired();
});
afterEach(() => world.close());
afterAll(() => setDefaultCACertificates(usualCertificates));

const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const VOICE = Buffer.concat([Buffer.from("OggS"), Buffer.alloc(5000, 7)]);

async function download(kind: "imageMessage" | "audioMessage"): Promise<{ message: WAMessage; bytes: Buffer }> {
  const has = ({ message }: WAMessage) => Boolean(message?.[kind]);
  const { messages } = await client.saw("messages.upsert", (upsert) => upsert.messages.some(has));
  const message = messages.find(has);
  if (!message) throw new Error("unreachable");
  const { downloadMediaMessage } = await loadBaileys();
  return { message, bytes: await downloadMediaMessage(message, "buffer", {}) };
}

const writes = (content: unknown) => world.door(`/phones/${CUSTOMER}/messages`, { to: BUSINESS, content });

async function lastOnScreen(): Promise<PhoneMessage | undefined> {
  return (await world.door<{ items: PhoneMessage[] }>(`/phones/${CUSTOMER}/messages`)).items.at(-1);
}

describe("somebody sends", () => {
  it("a picture with a caption", async () => {
    await writes({ kind: "image", mimetype: "image/png", base64: PICTURE.toString("base64"), caption: "הנה" });
    const { message, bytes } = await download("imageMessage");
    expect(message.message?.imageMessage).toMatchObject({ caption: "הנה", mimetype: "image/png" });
    expect(bytes).toEqual(PICTURE);
  });

  it("a voice note", async () => {
    const mimetype = "audio/ogg; codecs=opus";
    await writes({ kind: "voice", mimetype, base64: VOICE.toString("base64"), seconds: 3 });
    const { message, bytes } = await download("audioMessage");
    expect(message.message?.audioMessage).toMatchObject({ ptt: true, seconds: 3, mimetype });
    expect(bytes).toEqual(VOICE);
  });
});

describe("the business sends", () => {
  const to = `${CUSTOMER.slice(1)}@s.whatsapp.net`;

  it("a document", async () => {
    await client.socket.sendMessage(to, { document: PICTURE, mimetype: "application/pdf", fileName: "חוזה.pdf" });
    await expect.poll(lastOnScreen).toMatchObject({
      kind: "document",
      media: { mimetype: "application/pdf", fileName: "חוזה.pdf", base64: PICTURE.toString("base64") },
    });
  });

  it("a voice note", async () => {
    await client.socket.sendMessage(to, { audio: VOICE, ptt: true, seconds: 3, mimetype: "audio/ogg; codecs=opus" });
    await expect.poll(lastOnScreen).toMatchObject({ kind: "audio", media: { base64: VOICE.toString("base64") } });
  });
});

it("without the certificate nothing is uploaded, and the client says so", async () => {
  setDefaultCACertificates(usualCertificates);
  // A connection that was made before is still trusted.
  client.socket.logger = client.socket.logger;
  await expect(
    client.socket.sendMessage(`${CUSTOMER.slice(1)}@s.whatsapp.net`, { image: PICTURE }, {}),
  ).rejects.toThrow("Media upload failed on all hosts");
  expect(new Agent({ ca: world.web.mediaCertificate }).options.ca).toBeDefined();
});
