/** A business of its own for each test, with a template and customers for a broadcast. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach } from "vitest";
import { handOver } from "../../messaging/hand-over.ts";
import type { MessageSender } from "../../providers/whatsapp/types.ts";
import { withTemplates } from "../../templates/testing/templates.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { advanceBroadcast } from "../advance-broadcast.ts";
import { getBroadcast, listRecipients } from "../list-broadcasts.ts";
import type { CreateBroadcastInput } from "../schemas/broadcast.ts";

const HOUR_MS = 3_600_000;
const newNumber = () => `+97254${randomInt(1_000_000, 9_999_999)}`;

export function broadcastBench() {
  let database: TestDatabase;
  let business: TestBusiness;
  let templateId: string;
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    business = await testBusiness();
    templateId = (await withTemplates(business)).we_missed_you ?? "";
  });
  afterAll(() => database.drop());

  const staff = () => business.as("staff");
  const queuedIds = async () =>
    (
      await database.owner`select id from message where business_id = ${business.id} and direction = 'out' order by id`
    ).map(({ id }) => String(id));

  return {
    get database() {
      return database;
    },
    get business() {
      return business;
    },
    staff,
    newNumber,
    queuedIds,

    /** A customer with the tag of these tests, who has agreed unless told otherwise. */
    async customer(over: { phone?: string | null; name?: string | null; marketing?: string } = {}) {
      const { phone = newNumber(), name = "נועה כהן", marketing = "granted" } = over;
      const [row] = await database.owner`
        insert into customer (business_id, name, phone, tags, marketing)
        values (${business.id}, ${name}, ${phone}, '{VIP}', ${marketing}) returning id`;
      return { id: String(row?.id), phone: phone ?? "" };
    },

    asked(over: Partial<CreateBroadcastInput> = {}): CreateBroadcastInput {
      return {
        ...{ name: "לחגים", templateId, variables: { "1": "{{first_name}}", "2": "דירות חדשות" } },
        ...{ audience: { kind: "tag", tag: "VIP" }, perMinute: 60 },
        ...over,
      };
    },

    /** Lets the broadcast go on until it is over, or for so many parts. */
    async advance(broadcastId: string, parts = 100) {
      for (let part = 1; part <= parts; part++) {
        if ((await getBroadcast(staff(), broadcastId)).state !== "running") return;
        await advanceBroadcast(business.ctx, broadcastId, new Date(Date.now() + part * HOUR_MS));
      }
    },

    async handAllOver(sender: MessageSender) {
      const { signal } = new AbortController();
      for (const id of await queuedIds()) await handOver(business.ctx, id, sender, signal);
    },

    resultsOf: async (broadcastId: string) =>
      Object.fromEntries(
        (await getBroadcast(staff(), broadcastId)).results.map(({ result, count }) => [result, count]),
      ),
    recipients: async (broadcastId: string) => (await listRecipients(staff(), { broadcastId })).items,
  };
}
