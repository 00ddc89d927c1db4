import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { claimStream } from "./claim-stream.ts";
import { closeForgottenCalls } from "./close-forgotten-calls.ts";
import { closeStream } from "./close-stream.ts";
import { getCall } from "./get-call.ts";
import { recordTurn } from "./record-turn.ts";
import type { CallEnding } from "./schemas/ending.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

async function callThat({ talked = true, ending = null as CallEnding | null, minutesAgo = 0 }) {
  const { callId, callSid, callToken } = await ringing(business);
  if (talked) {
    await claimStream({ callSid, token: callToken });
    await recordTurn(business.ctx, callId, turnSaying("דירה בחיפה", { atMs: 4_000, endMs: 6_200 }));
  }
  if (ending) await closeStream(business.ctx, { callId, stream: 1 }, { kind: ending, detail: null });
  await database.owner`update call set started_at = now() - make_interval(mins => ${minutesAgo}) where id = ${callId}`;
  return callId;
}

it("a call whose end was never told is ended as far as it is known, once it cannot go on any more", async () => {
  const hungUp = await callThat({ ending: "caller_hung_up", minutesAgo: 11 });
  const never = await callThat({ talked: false, minutesAgo: 11 });
  const cut = await callThat({ minutesAgo: 241 });
  const transferred = await callThat({ ending: "transferred", minutesAgo: 241 });
  await closeForgottenCalls(business.id);
  expect(await getCall(business.ctx, hungUp)).toMatchObject({ live: false, status: "completed", durationS: 6 });
  expect(await getCall(business.ctx, never)).toMatchObject({ live: false, status: "no_answer", durationS: 0 });
  expect(await getCall(business.ctx, cut)).toMatchObject({ live: false, status: "completed" });
  expect(await getCall(business.ctx, transferred)).toMatchObject({ live: false, status: "completed" });
});

it("a call that may still go on is left alone", async () => {
  const calls = [
    await callThat({ minutesAgo: 100 }),
    await callThat({ ending: "transferred", minutesAgo: 100 }),
    await callThat({ ending: "stream_failed", minutesAgo: 11 }),
    await callThat({ ending: "caller_hung_up", minutesAgo: 1 }),
    await callThat({ talked: false, minutesAgo: 1 }),
  ];
  await closeForgottenCalls(business.id);
  for (const callId of calls) expect(await getCall(business.ctx, callId)).toMatchObject({ live: true });
});
