import { randomInt } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { getWhatsapp } from "../whatsapp/get-whatsapp.ts";
import { businessAt } from "./business-at.ts";
import { queueMessage } from "./queue-message.ts";
import { takeToSend } from "./take-to-send.ts";
import { theConversation } from "./the-conversation.ts";

const OURS = "+972555000000";
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  Object.assign(process.env, { TWILIO_WHATSAPP_NUMBER: `whatsapp:${OURS}`, WHATSAPP_PROVIDER: "twilio" });
});
afterAll(() => database.drop());

/** From where a message of this business would go out now. */
async function sentFrom({ ctx }: TestBusiness): Promise<string | undefined> {
  const made = await forBusiness(ctx, async (tx) => {
    const { conversation } = await theConversation(tx, ctx, "whatsapp", `+97254${randomInt(1_000_000, 9_999_999)}`);
    return queueMessage(tx, ctx, conversation, { author: "staff", body: "שלום" });
  });
  const [taken] = await takeToSend([{ ctx, carrier: "twilio", messageId: made?.messageId ?? "" }]);
  return taken?.outgoing.from;
}

it("a sole business writes from the product's own number; beside another one nobody does without a number of their own", async () => {
  const first = await testBusiness();
  expect(await businessAt("whatsapp", OURS)).toBe(first.id);
  expect(await getWhatsapp(first.as("owner"))).toMatchObject({ state: "WORKING", number: OURS });
  expect(await sentFrom(first)).toBe(OURS);

  const second = await testBusiness();
  expect(await businessAt("whatsapp", OURS)).toBeNull();
  for (const one of [first, second]) {
    expect(await getWhatsapp(one.as("owner"))).toMatchObject({ state: "STOPPED", number: null });
    expect(await sentFrom(one)).toBe("");
  }

  await database.owner`update business set whatsapp_number = ${OURS} where id = ${first.id}`;
  expect(await sentFrom(first)).toBe(OURS);
  expect(await sentFrom(second)).toBe("");
});
