import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { claimStream } from "../calls/claim-stream.ts";
import { eventsAfter, lastEventId } from "../events/queries.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing } from "../testing/sample.ts";
import { getVoiceSettings } from "./get-settings.ts";
import { addPronunciation, changePronunciation, listPronunciations, removePronunciation } from "./pronunciations.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(() => database.drop());

const owner = () => business.as("owner");
const word = { written: "נדל״ן", spoken: "נָדְלָן" };
const audit = () => database.owner`
  select action, before, after from audit_entry
  where business_id = ${business.id} and action like 'pronunciation.%' order by id`;
const renderings = () => database.owner`
  select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'render_phrases' and payload->>'businessId' = ${business.id}`;

it("a word is added, changed and removed; each is recorded, told, and said ahead again", async () => {
  await database.owner`delete from graphile_worker._private_jobs`;
  const before = await lastEventId(business.ctx);
  const { id } = await addPronunciation(owner(), { written: "  שי   נכסים ", spoken: " שַׁי  נכסים" });
  expect(await listPronunciations(business.as("viewer"))).toEqual([{ id, written: "שי נכסים", spoken: "שַׁי נכסים" }]);
  await changePronunciation(owner(), id, word);
  expect((await getVoiceSettings(business.ctx)).lexicon).toEqual([word]);
  await removePronunciation(owner(), id);
  expect(await listPronunciations(owner())).toEqual([]);
  expect(await audit()).toMatchObject([
    { action: "pronunciation.add", before: null, after: { written: "שי נכסים" } },
    { action: "pronunciation.change", before: { written: "שי נכסים" }, after: word },
    { action: "pronunciation.remove", before: word },
  ]);
  expect((await eventsAfter(business.ctx, before, 9)).map(({ type }) => type)).toEqual(
    Array(3).fill("business.changed"),
  );
  expect(await renderings()).toHaveLength(1);
});

it("the next call knows the words of its own business", async () => {
  await addPronunciation((await testBusiness()).as("owner"), { written: "אחר", spoken: "אַחֵר" });
  const first = await ringing(business);
  expect((await claimStream({ callSid: first.callSid, token: first.callToken }))?.lexicon).toEqual([]);
  await addPronunciation(owner(), word);
  const next = await ringing(business);
  expect((await claimStream({ callSid: next.callSid, token: next.callToken }))?.lexicon).toEqual([word]);
});

it("a word stands in the list once", async () => {
  await addPronunciation(owner(), word);
  await expect(addPronunciation(owner(), { ...word, spoken: "אחרת" })).rejects.toMatchObject({ code: "conflict" });
  // With another kind of quote it is the same word to the eye, and to the voice.
  const alike = { written: word.written.replace("״", '"'), spoken: "אחרת" };
  await expect(addPronunciation(owner(), alike)).rejects.toMatchObject({ code: "conflict" });
  const other = await addPronunciation(owner(), { written: "אחר", spoken: "אַחֵר" });
  await expect(changePronunciation(owner(), other.id, word)).rejects.toMatchObject({ code: "conflict" });
  await changePronunciation(owner(), other.id, { written: "אחר", spoken: "אחרת" });
  expect(await listPronunciations(owner())).toMatchObject([{ written: "אחר", spoken: "אחרת" }, word]);
});

it("is the owner's to change", async () => {
  const { id } = await addPronunciation(owner(), word);
  for (const role of ["staff", "viewer"] as const) {
    const who = business.as(role);
    await expect(addPronunciation(who, { ...word, written: "עוד" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePronunciation(who, id, word)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removePronunciation(who, id)).rejects.toMatchObject({ code: "forbidden" });
  }
});

describe("what cannot be read out is refused in Hebrew", () => {
  it.each([
    ["no word", { ...word, written: " " }, "חסרה המילה"],
    ["a sign", { ...word, written: "!?" }, "חסרה המילה"],
    ["an endless word", { ...word, written: "א".repeat(61) }, "עד 60 תווים"],
    ["nothing to say", { ...word, spoken: "" }, "חסר איך אומרים אותה"],
    ["a speech", { ...word, spoken: "א".repeat(121) }, "עד 120 תווים"],
    ["digits", { ...word, spoken: "קומה 3" }, "רק אותיות וניקוד"],
    ["signs", { ...word, spoken: "<b>שלום</b>" }, "רק אותיות וניקוד"],
    ["quotes alone", { ...word, spoken: "״׳״" }, "חסר איך אומרים אותה"],
  ])("%s", async (_name, input, message) => {
    await expect(addPronunciation(owner(), input)).rejects.toThrow(message);
    expect(await listPronunciations(owner())).toEqual([]);
  });
});
