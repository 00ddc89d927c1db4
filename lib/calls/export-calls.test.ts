import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateCustomer } from "../customers/update-customer.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { advanceCall } from "./advance-call.ts";
import { exportCalls } from "./export-calls.ts";
import { recordTurn } from "./record-turn.ts";
import type { CallListInput } from "./schemas/views.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

async function file(of: TestBusiness, input: CallListInput = {}) {
  let text = "";
  for await (const piece of exportCalls(of.as("staff"), input)) text += piece;
  return text;
}

describe("the calls as a spreadsheet", () => {
  it("open in Hebrew, with one line a call, and nothing that runs", async () => {
    const { callId, callSid, customerId } = await ringing(business, { from: "+972521112233" });
    await updateCustomer(business.ctx, { customerId, name: '=HYPERLINK("http://evil.example")' });
    await recordTurn(business.ctx, callId, turnSaying("\u202e+1\u200f, אמרתי\n״שלום״", { index: 1 }));
    await database.owner`
      update call set summary = '=מחפשים דירה', want = 'rent', score = 0, sentiment = 'neutral' where id = ${callId}`;
    await advanceCall({ callSid, status: "completed", durationS: 75, requestId: null });
    const text = await file(business);
    expect(text.startsWith("\uFEFFהתחלה,שם,מספר,")).toBe(true);
    const [, line = ""] = text.split("\r\n");
    expect(line).toContain(`"'=HYPERLINK(""http://evil.example"")",052-111-2233,completed,,75,1,,`);
    expect(line).toContain(`"'+1, אמרתי\n״שלום״"`);
    expect(line).toContain(",'=מחפשים דירה,rent,0,neutral");
    expect(line).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,/);
    expect(text).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  it("are all there, over several pages, in the asked order", async () => {
    const busy = await testBusiness();
    await database.owner`
      insert into call (business_id, call_sid, direction, status, to_number, started_at, ended_at, duration_s)
      select ${busy.id}, 'CA-export-' || n, 'in', 'completed', ${busy.number}, timestamptz '2026-03-01 10:00Z', now(), n
      from generate_series(1, 450) n`;
    const lines = (await file(busy, { sort: "duration", limit: 7 })).split("\r\n").slice(1, -1);
    expect(lines.map((line) => Number(line.split(",")[5]))).toEqual(Array.from({ length: 450 }, (_, n) => n + 1));
    expect(lines[0]).toMatch(/^2026-03-01 12:00:00,/);
    expect(await file(busy, { status: "busy" })).toMatch(/^\uFEFF[^\r]+\r\n$/);
  });

  it("are not a viewer's to take away", async () => {
    await expect(exportCalls(business.as("viewer"), {}).next()).rejects.toMatchObject({ code: "forbidden" });
  });
});
