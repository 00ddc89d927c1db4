/** The webhooks while the database hangs: it takes what is asked and answers nothing, as behind a lock or a stalled disk. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { POST as incomingCall } from "../../app/webhook/incoming_call/route.ts";
import { POST as incomingMessage } from "../../app/webhook/whatsapp/incoming/route.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid } from "../testing/sample.ts";
import { postSigned } from "./testing/signed.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

/** Runs `work` while nobody can read or write a table. */
async function whileLocked<T>(table: string, work: () => Promise<T>): Promise<T> {
  const { promise: over, resolve: release } = Promise.withResolvers<void>();
  const { promise: locked, resolve: isLocked } = Promise.withResolvers<void>();
  const holding = database.owner.begin(async (tx) => {
    await tx.unsafe(`lock table ${table} in access exclusive mode`);
    isLocked();
    await over;
  });
  await locked;
  try {
    return await work();
  } finally {
    release();
    await holding;
  }
}

it("a caller is asked for a message in time, and rings through when the call is brought again", async () => {
  const call = { CallSid: newCallSid(), From: "+972521112233", To: business.number, CallStatus: "ringing" };
  const ring = () => postSigned(incomingCall, "/webhook/incoming_call", call);
  const answer = await whileLocked("call", ring);
  expect(answer.status).toBe(200);
  expect(answer.text).toContain("<Record");
  expect(answer.headers.get("x-webhook-kept")).toBe("no");
  const again = await ring();
  expect(again.text).toContain("<Connect");
  const calls = () => database.owner`select id from call where call_sid = ${call.CallSid}`;
  expect(await calls()).toHaveLength(1);
});

it("a message is not said to be kept, and is kept when it is brought again", async () => {
  const form = {
    MessageSid: `SM${"0".repeat(31)}7`,
    From: "whatsapp:+972521112233",
    To: "whatsapp:+97237220000",
    Body: "היי",
  };
  const write = () => postSigned(incomingMessage, "/webhook/whatsapp/incoming", form);
  const answer = await whileLocked("graphile_worker._private_jobs", write);
  expect([answer.status, answer.headers.get("x-webhook-kept")]).toEqual([200, "no"]);
  const again = await write();
  expect([again.status, again.headers.get("x-webhook-kept")]).toEqual([200, null]);
});
