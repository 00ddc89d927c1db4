import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import * as insightRoute from "../../app/api/crm/calls/[id]/insight/route.ts";
import * as callsExportRoute from "../../app/api/crm/calls/export/route.ts";
import * as callsRoute from "../../app/api/crm/calls/route.ts";
import * as taskRoute from "../../app/api/crm/tasks/[id]/route.ts";
import * as tasksRoute from "../../app/api/crm/tasks/route.ts";
import { describeCall } from "../calls/jobs/describe-call.ts";
import { env } from "../config/env.ts";
import { Conflict, NotFound, ProviderFailed, RuleBroken } from "../errors.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { sampleOf } from "../testing/sample.ts";
import { logIn } from "../users/log-in.ts";
import { sessionCookieName } from "../users/session.ts";
import { businessRoute, json, publicRoute } from "./route.ts";

let database: TestDatabase;
let business: TestBusiness;
let cookie: string;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
  const { email, password } = business.owner;
  const { sessionId } = await logIn({ email, password, address: "192.0.2.1", userAgent: "" });
  cookie = `${sessionCookieName()}=${await encode({ token: { sessionId }, secret: env().authSecret })}`;
});
afterAll(() => database.drop());

const ORIGIN = "http://localhost:3999";
type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
interface Asked {
  method?: string;
  path?: string;
  id?: string;
  headers?: Record<string, string | undefined>;
  body?: string;
}

async function ask(route: Route, { method = "GET", path = "/api/crm/calls", id, headers = {}, body }: Asked = {}) {
  const all = {
    cookie,
    origin: ORIGIN,
    host: "localhost:3999",
    "content-type": "application/json",
    "x-request-id": "req-7",
    ...headers,
  };
  const sent = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const request = new Request(`http://127.0.0.1:1${path}`, {
    method,
    headers: sent,
    ...(body === undefined ? {} : { body }),
  });
  const params: Record<string, string> = id === undefined ? {} : { id };
  const response = await route(request, { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text.startsWith("{") ? JSON.parse(text) : text };
}

const failure = z.object({
  error: z.strictObject({
    code: z.string(),
    message: z.string().regex(/[א-ת]/),
    details: z.unknown().optional(),
    request_id: z.literal("req-7"),
  }),
});

async function refusal(route: Route, asked?: Asked): Promise<string> {
  const { status, body } = await ask(route, asked);
  return `${status} ${failure.parse(body).error.code}`;
}
const post = (body: unknown, more: Asked = {}): Asked => ({
  ...{ method: "POST", path: "/api/crm/tasks", body: typeof body === "string" ? body : JSON.stringify(body) },
  ...more,
});

describe("an answer", () => {
  it("is snake_case, and is kept by no cache", async () => {
    const { status, headers, body } = await ask(callsRoute.GET, { path: "/api/crm/calls?limit=1" });
    expect(status).toBe(200);
    expect(headers.get("cache-control")).toBe("no-store");
    expect(body).toEqual({ items: [], next_cursor: null });
  });

  it("to a new record is 201 with the record, and both spellings of a question are understood", async () => {
    const { customerId } = await sampleOf(business);
    const { status, body } = await ask(tasksRoute.POST, post({ title: " להחזיר טלפון ", customer_id: customerId }));
    expect(status).toBe(201);
    expect(body).toMatchObject({ title: "להחזיר טלפון", customer_id: customerId, done_at: null, source: "staff" });
    const read = await ask(taskRoute.GET, { id: body.id });
    expect(read.body).toEqual(body);
    const done = await ask(taskRoute.PATCH, { ...post({ done: true }, { id: body.id }), method: "PATCH" });
    expect(done.body.done_at).toMatch(/^\d{4}-/);
    expect((await ask(taskRoute.DELETE, { method: "DELETE", id: body.id })).status).toBe(204);
    expect(await refusal(taskRoute.GET, { id: body.id })).toBe("404 not_found");
    const calls = await ask(callsRoute.GET, { path: `/api/crm/calls?customer_id=${customerId}` });
    expect(calls.body.items).toHaveLength(1);
    expect(calls.body.items[0]).toMatchObject({ customer_id: customerId, live: true, turn_count: 2 });
  });
});

describe("what the staff put right about a call", () => {
  const patch = (id: string, body: unknown): Asked => ({ method: "PATCH", id, body: JSON.stringify(body) });

  it("comes back with the call, in the API's own spelling; null takes it back", async () => {
    const { callId } = await sampleOf(business);
    expect(await refusal(insightRoute.PATCH, patch(callId, { score: 5 }))).toBe("409 conflict");
    await describeCall(null, { businessId: business.id, callId }, AbortSignal.timeout(1000), 1);
    const facts = [{ name: "rooms", value: "3 חדרים", turn_index: null }];
    const { status, body } = await ask(insightRoute.PATCH, patch(callId, { score: 88, facts }));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id: callId,
      score: 88,
      insight: { facts, made_by: "extract", edited: ["facts", "score"] },
    });
    const listed = await ask(callsRoute.GET, { path: "/api/crm/calls?min_score=80&sort=-score" });
    expect(listed.body.items).toMatchObject([{ id: callId, score: 88, summary: expect.any(String), want: "other" }]);
    const back = await ask(insightRoute.PATCH, patch(callId, { score: null, facts: null }));
    expect(back.body.insight.edited).toEqual([]);
    const appointment = { asked: true, what: "פגישה", when: "מחר", turn_index: null };
    const added = await ask(insightRoute.PATCH, patch(callId, { appointment, score: 5, score_reasons: ["כי כן"] }));
    expect(added.body.insight).toMatchObject({
      appointment: { what: "פגישה", when: "מחר", turn_index: null },
      score_reasons: ["כי כן"],
    });
    const removed = await ask(insightRoute.PATCH, patch(callId, { appointment: { asked: false } }));
    expect(removed.body.insight.appointment).toBeNull();
  });

  it("is refused in Hebrew when it makes no sense", async () => {
    const { callId } = await sampleOf(business);
    const wrong = await ask(insightRoute.PATCH, patch(callId, { score: 101 }));
    expect([wrong.status, wrong.body.error.message]).toEqual([400, "הציון הוא בין 0 ל־100"]);
    const appointment = { asked: true, what: "פגישה", when: "", turn_index: null };
    const noTime = await ask(insightRoute.PATCH, patch(callId, { appointment }));
    expect([noTime.status, noTime.body.error.message]).toEqual([400, "חסר מתי ביקשו לקבוע"]);
    expect(await refusal(insightRoute.PATCH, patch(callId, { want: "steal" }))).toBe("400 invalid");
    expect(await refusal(insightRoute.PATCH, patch(crypto.randomUUID(), { score: 1 }))).toBe("404 not_found");
    expect(await refusal(insightRoute.PATCH, patch("no id", { score: 1 }))).toBe("404 not_found");
  });
});

describe("whoever may not come in", () => {
  it("is told 401, whatever else is wrong", async () => {
    const nobody = { cookie: undefined };
    expect(await refusal(callsRoute.GET, { headers: nobody })).toBe("401 unauthenticated");
    expect(await refusal(taskRoute.GET, { headers: nobody, id: "no id" })).toBe("401 unauthenticated");
    expect(await refusal(tasksRoute.POST, post("{nonsense", { headers: nobody }))).toBe("401 unauthenticated");
    expect(await refusal(callsRoute.GET, { headers: { cookie: `${sessionCookieName()}=%E0%A4%A` } })).toBe(
      "401 unauthenticated",
    );
  });

  it("a write from another site is 403; reading is not the other site's to see anyway", async () => {
    const elsewhere: Asked["headers"][] = [
      { origin: "https://evil.example" },
      { origin: "http://localhost:4000" },
      { origin: "null" },
      { origin: "not a url" },
      { origin: undefined },
      { origin: undefined, "sec-fetch-site": "cross-site" },
    ];
    for (const headers of elsewhere)
      expect(await refusal(tasksRoute.POST, post({ title: "משימה" }, { headers }))).toBe("403 forbidden");
    expect((await ask(callsRoute.GET, { headers: { origin: "https://evil.example" } })).status).toBe(200);
    const own = { origin: undefined, "sec-fetch-site": "same-origin" };
    expect((await ask(tasksRoute.POST, post({ title: "משימה" }, { headers: own }))).status).toBe(201);
    const proxied = { origin: "https://moked.example", "x-forwarded-host": "moked.example" };
    expect((await ask(tasksRoute.POST, post({ title: "משימה" }, { headers: proxied }))).status).toBe(201);
  });

  it("a viewer reads and does not write, nor take the whole list away", async () => {
    const role = (to: string) => database.owner`update membership set role = ${to} where business_id = ${business.id}`;
    await role("viewer");
    expect((await ask(callsRoute.GET)).status).toBe(200);
    expect(await refusal(tasksRoute.POST, post({ title: "משימה" }))).toBe("403 forbidden");
    expect(await refusal(callsExportRoute.GET)).toBe("403 forbidden");
    await role("owner");
    const file = await ask(callsExportRoute.GET);
    expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
    expect(file.headers.get("content-disposition")).toContain("calls.csv");
  });

  it("601 requests a minute are too many", { retry: 1 }, async () => {
    await database.owner`
      insert into rate_window values (${`api:${business.owner.id}`}, date_trunc('minute', now()), 600)
      on conflict (key, window_start) do update set hits = 600`;
    const { status, headers } = await ask(callsRoute.GET);
    await database.owner`delete from rate_window`;
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
  });
});

describe("what is wrong with a request", () => {
  it("is told as 400 when it cannot be read", async () => {
    for (const body of [
      "{nonsense",
      "[]",
      '"text"',
      "null",
      "7",
      '{"title":"a\\u0000b"}',
      '{"title":"a\\ud83db"}',
      '{"title":"a","other":{"list":["\\ude00"]}}',
      '{"title":"a","other":{"half \\ud83d":"as a name"}}',
      '{"title":7}',
      '{"title":" "}',
      "{}",
    ])
      expect(await refusal(tasksRoute.POST, post(body)), body).toBe("400 invalid");
    for (const query of [
      "limit=0",
      "limit=201",
      "limit=x",
      "sort=name",
      "status=lost",
      "from=2026-13-40",
      "to=9999-12-31",
      "customer_id=7",
      "q=%00",
      `q=${"א".repeat(201)}`,
    ])
      expect(await refusal(callsRoute.GET, { path: `/api/crm/calls?${query}` }), query).toBe("400 invalid");
  });

  it("is told in Hebrew when a character of it is none; a whole one is kept", async () => {
    const half = await ask(tasksRoute.POST, post('{"title":"\\ud83d"}'));
    expect([half.status, half.body.error.message]).toEqual([400, "יש בבקשה תו שאינו טקסט"]);
    const whole = await ask(tasksRoute.POST, post('{"title":"\\ud83d\\ude00"}'));
    expect([whole.status, whole.body.title]).toEqual([201, "😀"]);
  });

  it("is told for a cursor that is none, or of another order", async () => {
    const cursor = (of: unknown) => Buffer.from(JSON.stringify(of)).toString("base64url");
    const id = "019b0000-0000-7000-8000-000000000000";
    const bad = [
      "x",
      cursor(null),
      cursor(["2026-01-01T00:00:00.000Z", "7"]),
      cursor([7, id]),
      cursor(["0000-01-01T00:00:00Z", id]),
      cursor(["' or true", id]),
    ];
    for (const one of bad)
      expect(await refusal(callsRoute.GET, { path: `/api/crm/calls?cursor=${one}` }), one).toBe("400 invalid");
    const ofTime = cursor(["2026-01-01T00:00:00.000Z", id]);
    for (const one of [ofTime, cursor([1e12, id]), cursor([1.5, id])])
      expect(await refusal(callsRoute.GET, { path: `/api/crm/calls?sort=duration&cursor=${one}` }), one).toBe(
        "400 invalid",
      );
    for (const one of [...bad])
      expect(await refusal(tasksRoute.GET, { path: `/api/crm/tasks?cursor=${one}` }), one).toBe("400 invalid");
  });

  it("is told for a day that no calendar reaches", async () => {
    for (const due of ["0000-01-01T00:00:00Z", "9999-12-31T23:59:59-23:59", "2200-01-01T00:00:00Z"]) {
      const { status, body } = await ask(tasksRoute.POST, post({ title: "משימה", due_at: due }));
      expect([status, body.error?.message], due).toEqual([400, "התאריך רחוק מדי"]);
    }
    const { body } = await ask(tasksRoute.POST, post({ title: "משימה", due_at: "2199-12-31T23:59:59+02:00" }));
    expect(body.due_at).toBe("2199-12-31T21:59:59.000Z");
  });

  it("says which field, in its own words", async () => {
    const { body } = await ask(tasksRoute.POST, post({ title: "", due_at: "tomorrow" }));
    expect(body.error.details).toMatchObject([{ path: "title", message: "חסרה כותרת" }, { path: "due_at" }]);
    const single = await ask(tasksRoute.POST, post({ title: "" }));
    expect(single.body.error.message).toBe("חסרה כותרת");
  });

  it("is 404 for an id that is none, or nobody's", async () => {
    for (const id of ["7", "../x", "019b0000-0000-7000-8000-000000000000"])
      expect(await refusal(taskRoute.GET, { id })).toBe("404 not_found");
    const strangers = { title: "משימה", customer_id: "019b0000-0000-7000-8000-000000000000" };
    expect(await refusal(tasksRoute.POST, post(strangers))).toBe("404 not_found");
  });

  it("is 413 for a body that is too large, told or not, and 415 for one that is no JSON", async () => {
    const large = JSON.stringify({ title: "א", details: "x".repeat(1_100_000) });
    expect(await refusal(tasksRoute.POST, post(large))).toBe("413 too_large");
    expect(await refusal(tasksRoute.POST, post(large, { headers: { "content-length": "10" } }))).toBe("413 too_large");
    for (const type of ["application/x-www-form-urlencoded", "text/plain", undefined])
      expect(await refusal(tasksRoute.POST, post("title=x", { headers: { "content-type": type } }))).toBe(
        "415 unsupported_type",
      );
  });
});

describe("what goes wrong in the work", () => {
  const failing = (error: unknown) => businessRoute(() => Promise.reject(error));
  it("has its own status", async () => {
    expect(await refusal(failing(new NotFound()))).toBe("404 not_found");
    expect(await refusal(failing(new Conflict("כבר קיים")))).toBe("409 conflict");
    expect(await refusal(failing(new RuleBroken("אי אפשר")))).toBe("422 rule");
    expect(await refusal(failing(new ProviderFailed("tts", true, "secret words of a vendor")))).toBe(
      "502 provider_failed",
    );
  });

  it("tells nothing when it was not foreseen", async () => {
    const { status, body } = await ask(failing(new Error("select password_hash from user")));
    expect(status).toBe(500);
    const vendor = await ask(failing(new ProviderFailed("tts", true, "quota of project 1234")));
    expect(JSON.stringify(vendor.body)).not.toContain("1234");
    expect(JSON.stringify(body)).not.toContain("password_hash");
    expect(failure.parse(body).error.code).toBe("internal");
  });

  it("keeps what is somebody else's as it was", async () => {
    const echo = publicRoute(async ({ body, query }) =>
      json({ ...body, ...query, toolsUsed: [{ input: { customerName: 1, a_b: 2 } }] }),
    );
    const { body } = await ask(echo, post({ first_name: "א", __proto__x: 1 }, { path: "/x?some_thing=1" }));
    expect(body).toEqual({
      first_name: "א",
      __proto__x: 1,
      some_thing: "1",
      tools_used: [{ input: { customerName: 1, a_b: 2 } }],
    });
  });
});
