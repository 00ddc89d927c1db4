import { randomInt } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { NotFound, ProviderFailed } from "../../errors.ts";
import { fileStore } from "../../providers/files/index.ts";
import type { Transcriber } from "../../providers/stt/types.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { fetchAttachment } from "../jobs/fetch-attachment.ts";
import { getThread, listConversations } from "../list-conversations.ts";
import { receiveMessage } from "../receive-message.ts";
import type { AttachmentKind } from "../schemas/content.ts";
import { writeMessage } from "../write-message.ts";
import { checkContent } from "./check-content.ts";
import { getFile, getSharedFile } from "./get-file.ts";
import { keepUpload } from "./keep-upload.ts";
import { signMediaToken } from "./media-token.ts";
import { safeName } from "./safe-name.ts";

const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const ZIP = Buffer.from("UEsDBBQAAAAAAAAAAAAAAAAAAAAAAAAAAAAFAAAAYS50eHRQSwECFAAUAAAAAAAAAAAA", "base64");
const WAV = Buffer.concat([
  Buffer.from("RIFF\x24\0\0\0WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x40\x1f\0\0\x01\0\x08\0data\0\0\0\0", "latin1"),
  Buffer.alloc(200),
]);

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

let saying = "אפשר לחזור אליי מחר";
const listening: Transcriber = {
  name: "listening",
  open: () => {
    throw new Error("nobody talks here");
  },
  transcribe: async () => ({ text: saying, confidence: 0.9, noSpeech: null, compression: null }),
};

/** A customer sends a file of this kind, and it is fetched; gives the message as the staff see it. */
async function sends(kind: AttachmentKind, fetched: Uint8Array | Error, attempt = 1) {
  const from = `+97254${randomInt(1_000_000, 9_999_999)}`;
  await receiveMessage(business.ctx, {
    ...{
      channel: "whatsapp",
      carrier: "twilio",
      providerId: `MM${crypto.randomUUID()}`,
      from,
      profileName: null,
      body: "",
    },
    content: { kind: "text" },
    attachments: [
      {
        ...{ kind, contentType: "image/jpeg", fileName: "", sizeBytes: null, durationMs: null },
        source: { carrier: "twilio", url: "https://api.twilio.com/media" },
      },
    ],
    ...{ replyTo: null, writtenAt: new Date() },
  });
  const [row] = await database.owner`
    select a.id, m.conversation_id from attachment a join message m on m.id = a.message_id
    join conversation c on c.id = m.conversation_id where c.address = ${from}`;
  const fetchFile = async () => {
    if (fetched instanceof Error) throw fetched;
    return fetched;
  };
  const payload = { businessId: business.id, attachmentId: row?.id };
  const ports = { fetchFile, files: fileStore(), transcriber: listening };
  await fetchAttachment(ports, payload, AbortSignal.timeout(5000), attempt);
  const { items } = await getThread(business.as("viewer"), { conversationId: row?.conversation_id });
  return { message: items[0], attachmentId: String(row?.id), conversationId: String(row?.conversation_id) };
}

/** The jobs that will answer this message's conversation, and whether they do it at once. */
const answersTo = (messageId = "") => database.owner`
  select j.run_at <= now() as now from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id join message m on m.id = ${messageId}
  where t.identifier = 'answer_conversation' and payload->>'conversationId' = m.conversation_id::text`;

describe("what a customer attaches", () => {
  it("is kept as what it is, and shown to the business that owns it alone", async () => {
    const { message, attachmentId } = await sends("image", PNG);
    expect(message?.attachments).toMatchObject([{ state: "kept", kind: "image", contentType: "image/png" }]);
    expect(Buffer.from((await getFile(business.as("viewer"), attachmentId)).bytes)).toEqual(PNG);
    const other = await testBusiness();
    await expect(getFile(other.as("owner"), attachmentId)).rejects.toThrow(NotFound);
  });

  it.each([
    ["a zip that is called a picture", "image", ZIP, { state: "refused", reason: "not_what_it_says" }],
    ["a page that is called a picture", "image", Buffer.from("<html><script>1</script>"), { state: "refused" }],
    ["a page that is called a document", "document", Buffer.from("<svg onload=alert(1)>"), { state: "refused" }],
    ["nothing at all", "video", Buffer.alloc(0), { state: "refused", reason: "empty" }],
    [
      "what is too large",
      "video",
      new ProviderFailed("telephony", false, "larger than 1 bytes"),
      { state: "refused", reason: "too_large" },
    ],
    [
      "what is not there",
      "image",
      new ProviderFailed("telephony", false, "refused with 404"),
      { state: "failed", reason: "unreachable" },
    ],
  ] as const)("%s is not", async (_, kind, fetched, outcome) => {
    expect((await sends(kind, fetched)).message?.attachments).toMatchObject([outcome]);
  });

  it("is tried again when its carrier has a bad moment, and given up in the end", async () => {
    const away = new ProviderFailed("telephony", true, "the connection broke");
    await expect(sends("image", away)).rejects.toThrow("broke");
    expect((await sends("image", away, 6)).message?.attachments).toMatchObject([{ state: "failed" }]);
  });

  it("as a voice note is written down, and answered then", async () => {
    const { message } = await sends("audio", WAV);
    expect(message).toMatchObject({
      transcript: "אפשר לחזור אליי מחר",
      attachments: [{ kind: "audio", state: "kept" }],
    });
    expect(await answersTo(message?.id)).toEqual([{ now: true }]);
  });

  it("as a voice note may end advertising as well as any words", async () => {
    const before = saying;
    saying = "הסר בבקשה.";
    const { message } = await sends("audio", WAV);
    saying = before;
    const [row] = await database.owner`
      select c.marketing from customer c join conversation v on v.customer_id = c.id
      join message m on m.conversation_id = v.id where m.id = ${message?.id ?? ""}`;
    expect(row?.marketing).toBe("refused");
  });

  it("is gone when its message was taken back", async () => {
    const { message, attachmentId } = await sends("image", PNG);
    await database.owner`update message set deleted_at = now() where id = ${message?.id ?? ""}`;
    await expect(getFile(business.as("viewer"), attachmentId)).rejects.toThrow(NotFound);
  });

  it("as a picture does not hurry the answer: thirty at once are answered once, when no more come", async () => {
    const { message } = await sends("image", PNG);
    expect(await answersTo(message?.id)).toEqual([{ now: false }]);
  });
});

describe("what the staff upload", () => {
  it("is kept under a harmless name, and a carrier can fetch it with its token until that expires", async () => {
    const made = await keepUpload(business.as("staff"), new File([PNG], "../../etc/\u202egnp.exe"));
    expect(made).toMatchObject({ kind: "image", state: "kept", fileName: "_.._etc_gnp.exe" });
    const grant = { businessId: business.id, attachmentId: made.id };
    const token = signMediaToken({ ...grant, until: Date.now() + 1000 });
    expect(Buffer.from((await getSharedFile(token)).bytes)).toEqual(PNG);
    await expect(getSharedFile(signMediaToken({ ...grant, until: Date.now() - 1 }))).rejects.toThrow(NotFound);
    await expect(getSharedFile(`${token}x`)).rejects.toThrow(NotFound);
    await expect(getSharedFile("nonsense")).rejects.toThrow(NotFound);
  });

  it("is found by its name, once it was sent", async () => {
    const staff = business.as("staff");
    const { conversationId } = await sends("image", PNG);
    const { id } = await keepUpload(staff, new File([PNG], "תשריט קומה.png"));
    await writeMessage(staff, { conversationId, body: "", attachmentIds: [id], onceKey: crypto.randomUUID() });
    const { items } = await listConversations(staff, { q: "תשריט" });
    expect(items.map((one) => one.id)).toEqual([conversationId]);
  });

  it("is refused when nobody should open it", async () => {
    await expect(keepUpload(business.as("staff"), new File([Buffer.from("MZ\x90\0\x03")], "a.pdf"))).rejects.toThrow();
    await expect(keepUpload(business.as("viewer"), new File([PNG], "a.png"))).rejects.toThrow("forbidden");
  });
});

describe("a file", () => {
  it("may be plain text as a document, and nothing else without a mark of its own", async () => {
    const text = Buffer.from("שלום,\nמצורפת רשימה.");
    expect(await checkContent(text, "document")).toMatchObject({ ok: true, contentType: "text/plain" });
    expect(await checkContent(text, "image")).toMatchObject({ ok: false });
  });

  it("has no path and no tricks in its name", () => {
    expect(safeName("חוזה שכירות.pdf")).toBe("חוזה שכירות.pdf");
    expect(safeName("a\0b\u200f/c\\d\n.pdf")).toBe("ab_c_d.pdf");
  });
});
