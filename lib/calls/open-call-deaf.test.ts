import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { newCallSid } from "../testing/sample.ts";
import { openCall } from "./open-call.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  process.env.OPENAI_API_KEY = "";
  business = await testBusiness();
});
afterAll(() => database.drop());

it("without a recogniser the caller is asked for a message at once, not after a broken conversation", async () => {
  const incoming = { callSid: newCallSid(), from: "+972521112233", to: business.number, requestId: null };
  const opened = await openCall(incoming);
  expect(opened).toMatchObject({ kind: "message", mayRecord: true });
  expect(await database.owner`select ending from call where call_sid = ${incoming.callSid}`).toEqual([
    { ending: null },
  ]);
});
