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

it("without ears or a mind of our own the caller is greeted and listened to at once, without a stream", async () => {
  const incoming = { callSid: newCallSid(), from: "+972521112233", to: business.number, requestId: null };
  for (const opened of [await openCall(incoming), await openCall(incoming)])
    expect(opened).toMatchObject({ kind: "answer", answer: { kind: "ask", text: expect.stringContaining("שלום") } });
  const [row] = await database.owner`
    select rung, ending, status, (select count(*)::int from turn t where t.call_id = c.id) as turns
    from call c where call_sid = ${incoming.callSid}`;
  expect(row).toEqual({ rung: "gather", ending: null, status: "in_progress", turns: 1 });
});
