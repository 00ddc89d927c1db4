import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { advanceCall } from "./advance-call.ts";
import { claimStream } from "./claim-stream.ts";
import { listCalls } from "./list-calls.ts";
import { openCall } from "./open-call.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const sid = () => `CA${randomBytes(16).toString("hex")}`;
const ring = (callSid: string, from = "+972521112233", to = business.number) =>
  openCall({ callSid, from, to, requestId: null });

async function tokenFor(callSid: string): Promise<string> {
  const opened = await ring(callSid);
  if (opened.kind !== "stream") throw new Error(`expected a stream, got ${opened.kind}`);
  return opened.callToken;
}

describe("a phone rings", () => {
  it("keeps the call with its customer, who is made once", async () => {
    await ring(sid(), "052-777-8899");
    await ring(sid(), "+972527778899");
    const calls = await listCalls(business.ctx, { q: "7778899" });
    expect(calls.items).toHaveLength(2);
    expect(new Set(calls.items.map((call) => call.customerId)).size).toBe(1);
    expect(calls.items[0]).toMatchObject({ from: "+972527778899", status: "ringing", live: true });
  });

  it("answers a withheld number, and keeps no customer for it", async () => {
    const callSid = sid();
    expect((await ring(callSid, "anonymous")).kind).toBe("stream");
    const { items } = await listCalls(business.ctx, {});
    expect(items.find((call) => call.callSid === callSid)).toMatchObject({ from: null, customerId: null });
  });

  it("knows no business by a number that is nobody's", async () => {
    const callSid = sid();
    expect(await ring(callSid, "+972521112233", "+97239999999")).toEqual({ kind: "unknown_number" });
    expect(await claimStream({ callSid, token: "x" })).toBeNull();
  });

  it("makes one call of ten webhooks at once, and every answer's token is good", async () => {
    const callSid = sid();
    const opened = await Promise.all(Array.from({ length: 10 }, () => ring(callSid, "+972529990000")));
    const { items } = await listCalls(business.ctx, { q: "529990000" });
    expect(items).toHaveLength(1);
    const tokens = opened.map((one) => (one.kind === "stream" ? one.callToken : ""));
    expect(new Set(tokens).size).toBe(10);
    expect(await claimStream({ callSid, token: tokens[3] ?? "" })).not.toBeNull();
    expect(await claimStream({ callSid, token: tokens[4] ?? "" })).toBeNull();
  });

  it("turns away the 31st call within a minute from one number", async () => {
    for (let n = 0; n < 30; n++) expect((await ring(sid(), "+972501234567")).kind).toBe("stream");
    expect((await ring(sid(), "+972501234567")).kind).toBe("too_many_calls");
    expect((await ring(sid(), "+972501234568")).kind).toBe("stream");
  });

  it("counts them also when they come in the same moment", async () => {
    const kinds = (await Promise.all(Array.from({ length: 40 }, () => ring(sid(), "+972501234569")))).map(
      ({ kind }) => kind,
    );
    expect(kinds.filter((kind) => kind === "too_many_calls")).toHaveLength(10);
  });

  it("gives a call of another business's to nobody, whichever number it names", async () => {
    const callSid = sid();
    await ring(callSid, "+972521110000");
    const other = await testBusiness();
    expect(await ring(callSid, "+972521110000", other.number)).toEqual({ kind: "unknown_number" });
    expect((await listCalls(other.ctx, {})).items).toEqual([]);
  });
});

describe("a media stream opens", () => {
  it("with the call's own token, once", async () => {
    const callSid = sid();
    const token = await tokenFor(callSid);
    const claimed = await claimStream({ callSid, token });
    expect(claimed).toMatchObject({ callSid, opening: "greeting", nextTurnIndex: 0, history: [] });
    expect(await claimStream({ callSid, token })).toBeNull();
  });

  it("not with another call's token, which stays good for its own", async () => {
    const [mine, other] = [sid(), sid()];
    const token = await tokenFor(mine);
    await tokenFor(other);
    expect(await claimStream({ callSid: other, token })).toBeNull();
    expect(await claimStream({ callSid: mine, token })).not.toBeNull();
  });

  it("not a minute later, and not when the call is over", async () => {
    const [late, over] = [sid(), sid()];
    const lateToken = await tokenFor(late);
    await database.owner`update stream_token set expires_at = now() where call_id = (select id from call where call_sid = ${late})`;
    expect(await claimStream({ callSid: late, token: lateToken })).toBeNull();
    const overToken = await tokenFor(over);
    await advanceCall({ callSid: over, status: "completed", durationS: 3, requestId: null });
    expect(await claimStream({ callSid: over, token: overToken })).toBeNull();
  });
});

describe("the network reports statuses", () => {
  it("in any order and repeatedly: the call only ever advances", async () => {
    const callSid = sid();
    await ring(callSid, "+972541230000");
    const report = (status: "ringing" | "in_progress" | "completed" | "failed") =>
      advanceCall({ callSid, status, durationS: status === "completed" ? 42 : null, requestId: null });
    await Promise.all([report("completed"), report("ringing"), report("in_progress"), report("completed")]);
    await report("failed");
    await report("in_progress");
    const { items } = await listCalls(business.ctx, { q: "541230000" });
    expect(items).toMatchObject([{ status: "completed", durationS: 42, live: false }]);
  });

  it("of a call that nobody knows: nothing happens", async () => {
    await advanceCall({ callSid: sid(), status: "completed", durationS: 1, requestId: null });
  });
});
