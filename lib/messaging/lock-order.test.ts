/** Who changes messages while others send or answer them waits for its turn before it keeps anybody waiting. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { holding, type TestDatabase, testDatabase, waitingForALock } from "../testing/database.ts";
import { deleteMessage, editMessage } from "./change-message.ts";
import { queueMessage } from "./queue-message.ts";
import { receiveMessage } from "./receive-message.ts";
import { theConversation } from "./the-conversation.ts";
import { withdrawMessages } from "./withdraw-messages.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

/** Those of these messages that nobody holds. */
const freeOf = async (...ids: string[]) =>
  (await database.owner`select id from message where id in ${database.owner(ids)} for update skip locked`).map(
    ({ id }) => id,
  );

it("messages are taken back in the order in which they are sent, whatever has become of them", async () => {
  const ids: string[] = [];
  for (const body of ["ראשונה", "שנייה"])
    await forBusiness(business.ctx, async (tx) => {
      const { conversation } = await theConversation(tx, business.ctx, "sms", "+972541112233");
      const queued = await queueMessage(tx, business.ctx, conversation, { author: "staff", body });
      ids.push(queued?.messageId ?? "");
    });
  const [first = "", second = ""] = ids;
  await database.owner`update message set status = 'sending' where id = ${first}`;
  const sender = await holding(database, (tx) => tx`select 1 from message where id = ${first} for update`);
  const withdrawn = forBusiness(business.ctx, (tx) => withdrawMessages(tx, ids, "stopped"));
  await expect.poll(() => waitingForALock(database)).toBe(1);
  expect(await freeOf(second)).toEqual([second]);
  await sender.letGo();
  await withdrawn;
  const rows =
    await database.owner`select status, error_code from message where id in ${database.owner(ids)} order by id`;
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { status: "sending", error_code: "stopped" },
    { status: "failed", error_code: "stopped" },
  ]);
});

it.each([
  ["changed", editMessage],
  ["taken back", deleteMessage],
])("a message is %s before an answer to it is begun, or after", async (_how, change) => {
  const providerId = crypto.randomUUID();
  const from = "+972541114455";
  await receiveMessage(business.ctx, {
    ...{ channel: "whatsapp", carrier: "baileys", providerId, from, profileName: "דנה" },
    ...{ body: "בשש", content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
  });
  const [row] = await database.owner`select id, conversation_id from message where provider_id = ${providerId}`;
  const answering = await holding(
    database,
    (tx) => tx`select 1 from conversation where id = ${row?.conversation_id} for update`,
  );
  const changed = change(
    business.ctx,
    { carrier: "baileys", providerId },
    { with: from, by: "customer", body: "בשבע" },
  );
  await expect.poll(() => waitingForALock(database)).toBe(1);
  expect(await freeOf(row?.id)).toEqual([row?.id]);
  await answering.letGo();
  await changed;
  const [after] = await database.owner`select edited_at, deleted_at from message where id = ${row?.id}`;
  expect([after?.edited_at, after?.deleted_at].filter((at) => at !== null)).toHaveLength(1);
});
