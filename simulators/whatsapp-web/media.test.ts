import { Agent } from "node:https";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import type { WAMessage } from "@whiskeysockets/baileys";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PhoneMessage } from "./messages/inbox.ts";
import type { TestClient } from "./testing/client.ts";
import { BUSINESS, CUSTOMER, eventually, startTestWorld, type TestWorld } from "./testing/world.ts";
import { loadBaileys } from "./wire/baileys.ts";

let world: TestWorld;
let client: TestClient;
const usualCertificates = getCACertificates("default");

beforeAll(async () => {
  world = await startTestWorld();
  client = await world.paired();
});
beforeEach(() => {
  // What NODE_EXTRA_CA_CERTS does for a process: the client downloads by fetch, which has no certificates of its own.
  setDefaultCACertificates([...usualCertificates, world.web.mediaCertificate]);
});
afterAll(async () => {
  setDefaultCACertificates(usualCertificates);
  await world.close();
});

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
    await eventually(lastOnScreen).toMatchObject({
      kind: "document",
      media: { mimetype: "application/pdf", fileName: "חוזה.pdf", base64: PICTURE.toString("base64") },
    });
  });

  it("a voice note", async () => {
    await client.socket.sendMessage(to, { audio: VOICE, ptt: true, seconds: 3, mimetype: "audio/ogg; codecs=opus" });
    await eventually(lastOnScreen).toMatchObject({ kind: "audio", media: { base64: VOICE.toString("base64") } });
  });
});

describe("an upload agent of the client's own", () => {
  const uploads = async (fetchAgent: Agent) => {
    setDefaultCACertificates(usualCertificates);
    await client.close();
    client = await world.connect(client.auth, { fetchAgent });
    await client.saw("connection.update", ({ connection }) => connection === "open");
    return client.socket.sendMessage(`${CUSTOMER.slice(1)}@s.whatsapp.net`, { image: PICTURE });
  };

  it("that does not know the certificate uploads nothing, and the client says so", async () => {
    await expect(uploads(new Agent())).rejects.toThrow("Media upload failed on all hosts");
  });

  it("that trusts it is enough", async () => {
    await uploads(new Agent({ ca: world.web.mediaCertificate }));
    await eventually(lastOnScreen).toMatchObject({ kind: "image", media: { base64: PICTURE.toString("base64") } });
  });
});
