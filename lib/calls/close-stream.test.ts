import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { holding, type TestDatabase, testDatabase, waitingForALock } from "../testing/database.ts";
import { ringing } from "../testing/sample.ts";
import { claimStream } from "./claim-stream.ts";
import { closeStream } from "./close-stream.ts";
import { decideAfterStream } from "./decide-after-stream.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const ended = (callSid: string) => decideAfterStream({ callSid, failuresBefore: 0, requestId: null });

it("tells why a stream broke in the very moment in which the network asks what is next, as one failure", async () => {
  const { callSid, callId, callToken } = await ringing(business);
  await claimStream({ callSid, token: callToken });
  const row = await holding(database, (tx) => tx`select 1 from call where id = ${callId} for update`);
  const asked = ended(callSid);
  await expect.poll(() => waitingForALock(database)).toBe(1);
  const told = closeStream(business.ctx, { callId, stream: 1 }, { kind: "stream_failed", detail: "line_broke" });
  await expect.poll(() => waitingForALock(database)).toBe(2);
  await row.letGo();
  await Promise.all([asked, told]);
  await ended(callSid);
  const [kept] = await database.owner`select stream_failures, stream_cuts, rung from call where id = ${callId}`;
  expect(kept).toEqual({ stream_failures: 1, stream_cuts: ["line_broke"], rung: "stream" });
});
