import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateCustomer } from "../customers/update-customer.ts";
import { normalizeForSearch } from "../hebrew/normalize.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing, turnSaying } from "../testing/sample.ts";
import { listCalls } from "./list-calls.ts";
import { recordTurn } from "./record-turn.ts";
import { type CallListInput, type CallView, callSorts } from "./schemas/views.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const idsOf = async (business: TestBusiness, input: CallListInput) =>
  (await listCalls(business.ctx, input)).items.map(({ id }) => id);

interface Judged {
  want?: string;
  score?: number | null;
  sentiment?: string;
}

/** Calls that were, by the owner's hand: `startedAt` and `durationS` as given. */
async function past(
  business: TestBusiness,
  calls: { startedAt: string; durationS?: number; status?: string; judged?: Judged }[],
) {
  const rows = calls.map(({ startedAt, durationS = 60, status = "completed", judged = {} }, n) => ({
    business_id: business.id,
    call_sid: `CA${business.id}${n}`,
    direction: "in",
    status,
    to_number: business.number,
    started_at: startedAt,
    ended_at: startedAt,
    duration_s: durationS,
    want: judged.want ?? null,
    score: judged.score ?? null,
    sentiment: judged.sentiment ?? null,
  }));
  const kept = await database.owner`insert into call ${database.owner(rows)} returning id`;
  return kept.map(({ id }) => String(id));
}

describe("pages", () => {
  it.each(callSorts)("sorted by %s show every call once, also where many are equal", async (sort) => {
    const business = await testBusiness();
    const at = (n: number) => `2026-03-01T10:00:0${n % 3}.00${n % 2}Z`;
    const all = await past(
      business,
      Array.from({ length: 23 }, (_, n) => ({
        startedAt: at(n),
        durationS: n % 4,
        judged: { score: n % 5 === 0 ? null : (n % 5) * 20 },
      })),
    );
    const keyOf = (call: CallView) =>
      sort.endsWith("duration") ? call.durationS : sort.endsWith("score") ? (call.score ?? -1) : call.startedAt;
    const seen: string[] = [];
    const keys: (string | number)[] = [];
    let cursor: string | undefined;
    do {
      const page = await listCalls(business.ctx, { sort, limit: 5, ...(cursor ? { cursor } : {}) });
      expect(page.items.length).toBeLessThanOrEqual(5);
      seen.push(...page.items.map(({ id }) => id));
      keys.push(...page.items.map(keyOf));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.toSorted()).toEqual(all.toSorted());
    const ascending = keys.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));
    expect(keys).toEqual(sort.startsWith("-") ? ascending.reverse() : ascending);
  });

  it("go on where they were when new calls come in between", async () => {
    const business = await testBusiness();
    await past(
      business,
      Array.from({ length: 4 }, (_, n) => ({ startedAt: `2026-03-01T10:00:0${n}Z` })),
    );
    const first = await listCalls(business.ctx, { limit: 2 });
    await ringing(business);
    const second = await listCalls(business.ctx, { limit: 2, cursor: first.nextCursor ?? "" });
    expect([...first.items, ...second.items].map(({ startedAt }) => startedAt.slice(17, 19))).toEqual([
      "03",
      "02",
      "01",
      "00",
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

describe("filters", () => {
  it("by day mean the days of Israel, on those when the clock changes too", async () => {
    const business = await testBusiness();
    // 2026: summer time from Friday 27 March 02:00 to Sunday 25 October 02:00.
    const moments = [
      "2026-03-26T21:59:59.999Z", // Thursday 23:59 (+2)
      "2026-03-26T22:00:00.000Z", // Friday 00:00 (+2)
      "2026-03-27T20:59:59.999Z", // Friday 23:59 (+3)
      "2026-03-27T21:00:00.000Z", // Saturday 00:00 (+3)
      "2026-10-24T20:59:59.999Z", // Saturday 23:59 (+3)
      "2026-10-24T21:00:00.000Z", // Sunday 00:00 (+3)
      "2026-10-25T21:59:59.999Z", // Sunday 23:59 (+2)
      "2026-10-25T22:00:00.000Z", // Monday 00:00 (+2)
    ];
    await past(
      business,
      moments.map((startedAt) => ({ startedAt })),
    );
    const days = async (from?: string, to?: string) => {
      const input = { sort: "started_at" as const, ...(from ? { from } : {}), ...(to ? { to } : {}) };
      return (await listCalls(business.ctx, input)).items.map(({ startedAt }) => moments.indexOf(startedAt));
    };
    expect(await days("2026-03-27", "2026-03-27")).toEqual([1, 2]);
    expect(await days("2026-10-25", "2026-10-25")).toEqual([5, 6]);
    expect(await days("2026-03-27", "2026-10-24")).toEqual([1, 2, 3, 4]);
    expect(await days("2026-10-26")).toEqual([7]);
    expect(await days(undefined, "2026-03-26")).toEqual([0]);
  });

  it("by what the caller wants, how content they were, and how promising it is", async () => {
    const business = await testBusiness();
    const at = "2026-03-01T10:00:00Z";
    const [hot, cold, angry] = await past(business, [
      { startedAt: at, judged: { want: "rent", score: 80, sentiment: "positive" } },
      { startedAt: at, judged: { want: "rent", score: 0, sentiment: "neutral" } },
      { startedAt: at, judged: { want: "complaint", score: 20, sentiment: "negative" } },
      { startedAt: at },
    ]);
    expect(await idsOf(business, { want: "rent", sort: "-score" })).toEqual([hot, cold]);
    expect(await idsOf(business, { sentiment: "negative" })).toEqual([angry]);
    expect(await idsOf(business, { minScore: 20, sort: "-score" })).toEqual([hot, angry]);
    expect((await idsOf(business, { minScore: 0 })).length).toBe(3);
    expect(await idsOf(business, { minScore: 90 })).toEqual([]);
    await expect(listCalls(business.ctx, { minScore: 101 })).rejects.toMatchObject({ name: "ZodError" });
  });

  it("by status, live and customer", async () => {
    const business = await testBusiness();
    const [done, missed] = await past(business, [
      { startedAt: "2026-03-01T10:00:00Z" },
      { startedAt: "2026-03-01T11:00:00Z", status: "no_answer" },
    ]);
    const { callId, customerId } = await ringing(business);
    expect(await idsOf(business, { status: "completed" })).toEqual([done]);
    expect(await idsOf(business, { status: "no_answer" })).toEqual([missed]);
    expect(await idsOf(business, { status: "live" })).toEqual([callId]);
    expect(await idsOf(business, { customerId })).toEqual([callId]);
    expect(await idsOf(business, { customerId, status: "no_answer" })).toEqual([]);
  });
});

describe("search", () => {
  let business: TestBusiness;
  let call: Awaited<ReturnType<typeof ringing>>;
  beforeAll(async () => {
    business = await testBusiness();
    call = await ringing(business, { from: "+972527778899" });
    await updateCustomer(business.ctx, { customerId: call.customerId, name: "ד״ר שָׁרוֹן בן־כהן" });
    await recordTurn(
      business.ctx,
      call.callId,
      turnSaying("שלום, אני מחפש דירת גן ברחוב הירקון 12, 50% הנחה ב_תל־אביב של רם (צה״ל)"),
    );
    const other = await ringing(business, { from: "+441632960961" });
    await recordTurn(business.ctx, other.callId, turnSaying("משהו אחר לגמרי"));
  });

  it.each([
    "דירת גן",
    "דִּירַת גַּן",
    "דירת  גנ",
    "הירקון",
    "הירקונ",
    "50%",
    "ב_תל",
    "תל אביב",
    "תל-אביב",
    "תל־אביב",
    "צהל",
    'צה"ל',
    "צה״ל",
    "רמ",
    "שלום",
    "של",
    "\u200fהירקון\u200e",
  ])("finds what was said by %j", async (q) => expect(await idsOf(business, { q })).toEqual([call.callId]));

  it.each(["שרון", "שָׁרון", "כהן", "כהנ", "בן כהן", "בן-כהן", 'ד"ר', "דר שרון"])("finds the name by %j", async (q) =>
    expect(await idsOf(business, { q })).toEqual([call.callId]),
  );

  it.each([
    "0527778899",
    "052-777-8899",
    "052 777 8899",
    "+972527778899",
    "+972 52-777-8899",
    "972527778899",
    "00972527778899",
    "(052) 7778899",
    "7778899",
    "8899",
    "0527",
  ])("finds the number by %j", async (q) => expect(await idsOf(business, { q })).toEqual([call.callId]));

  it.each(["%", "_", "%%%", "5_%", "ירקון_12", "\\", "דירה 0527778899", "' or true --", "אבג", "12 777"])(
    "finds nothing by %j",
    async (q) => {
      const found = await idsOf(business, { q });
      expect(found.filter((id) => id !== call.callId)).toEqual([]);
      if (!/^[%_]$/.test(q)) expect(found).toEqual([]);
    },
  );

  it("of one sign that was said finds just where it was said", async () => {
    const percent = await ringing(business);
    await recordTurn(business.ctx, percent.callId, turnSaying("100% בטוח"));
    expect(await idsOf(business, { q: "50%" })).toEqual([call.callId]);
    expect(await idsOf(business, { q: "100%" })).toEqual([percent.callId]);
  });

  it("goes with filters, order and pages, and with a business that says the same word all day", async () => {
    const busy = await testBusiness();
    const calls = await past(
      busy,
      Array.from({ length: 1200 }, (_, n) => ({
        startedAt: new Date(1_780_000_000_000 + n * 60_000).toISOString(),
        durationS: n % 7,
      })),
    );
    const rows = calls.map((call_id) => ({
      business_id: busy.id,
      call_id,
      index: 0,
      speaker: "agent",
      text: "שלום",
      heard_text: "שלום",
      search_text: normalizeForSearch("שלום"),
      at_ms: 0,
    }));
    await database.owner`insert into turn ${database.owner(rows)}`;
    const seen = new Set<string>();
    let cursor: string | undefined;
    do {
      const page = await listCalls(busy.ctx, {
        q: "שלום",
        sort: "duration",
        limit: 200,
        ...(cursor ? { cursor } : {}),
      });
      for (const { id } of page.items) seen.add(id);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen.size).toBe(1200);
    expect(await idsOf(busy, { q: "שלום", status: "no_answer" })).toEqual([]);
  });

  it("knows names as the database normalises them: the same as the code does", async () => {
    const names = [
      "שָׁלוֹם ־ עולם",
      "ABC-Ⅳ ך ם ן ף ץ",
      "״ציטוט״ ׳גרש׳ “a” ‘b’ `c`",
      "\u200fמימין\u200e  לשמאל",
      "שורה\nשורה\tטאב\u00a0רווח",
      "ﬁ ﬡ שּׁ",
      "–—‐ - ־",
      "ÀÉ ß",
    ];
    for (const name of names) {
      const [row] =
        await database.owner`insert into customer (business_id, name) values (${business.id}, ${name}) returning search_text`;
      expect(row?.search_text, name).toBe(normalizeForSearch(name));
    }
  });
});
