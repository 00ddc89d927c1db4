import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { addCannedReply, changeCannedReply, listCannedReplies, removeCannedReply } from "./canned-replies.ts";
import { fillIn } from "./schemas/canned-replies.ts";

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
const hours = { title: "שעות", body: "שלום {{שם}}, פתוח עד 18:00" };

describe("the replies of a business", () => {
  it("are added, changed and removed by the owner, and read by everybody", async () => {
    const { id } = await addCannedReply(owner(), { ...hours, title: "  שעות " });
    await addCannedReply(owner(), { title: "דרך", body: "שדרות הנשיא 40" });
    expect((await listCannedReplies(business.as("viewer"))).map(({ title }) => title)).toEqual(["דרך", "שעות"]);
    await changeCannedReply(owner(), id, { ...hours, body: "עד 17:00" });
    expect(await listCannedReplies(owner())).toContainEqual({ id, title: "שעות", body: "עד 17:00" });
    await removeCannedReply(owner(), id);
    expect(await listCannedReplies(owner())).toHaveLength(1);
    const forbidden = { code: "forbidden" };
    await expect(addCannedReply(business.as("staff"), hours)).rejects.toMatchObject(forbidden);
    await expect(changeCannedReply(business.as("staff"), id, hours)).rejects.toMatchObject(forbidden);
    await expect(removeCannedReply(business.as("staff"), id)).rejects.toMatchObject(forbidden);
  });

  it("have names of their own", async () => {
    await addCannedReply(owner(), hours);
    await expect(addCannedReply(owner(), hours)).rejects.toThrow("כבר יש תשובה בשם הזה");
    const other = await addCannedReply(owner(), { ...hours, title: "אחרת" });
    await expect(changeCannedReply(owner(), other.id, hours)).rejects.toMatchObject({ code: "conflict" });
  });

  it.each([
    ["no name", { ...hours, title: " " }, "חסר שם קצר"],
    ["an endless name", { ...hours, title: "א".repeat(61) }, "עד 60 תווים"],
    ["no text", { ...hours, body: "" }, "חסר טקסט"],
    ["an endless text", { ...hours, body: "א".repeat(1501) }, "עד 1,500 תווים"],
    ["a variable that nobody fills in", { ...hours, body: "שלום {{טלפון}}" }, "אין משתנה {{טלפון}}"],
  ])("%s is refused in Hebrew", async (_name, input, sentence) => {
    await expect(addCannedReply(owner(), input)).rejects.toThrow(sentence);
  });
});

describe("what is filled in", () => {
  const values = { שם: "רותי לוין", עסק: "שי דירות", נציג: "דנה" };
  it.each([
    ["שלום {{שם}}, כאן {{ נציג }} מ{{עסק}}", "שלום רותי לוין, כאן דנה משי דירות"],
    ["{{שם}} {{שם}}", "רותי לוין רותי לוין"],
    ["בלי משתנים {}", "בלי משתנים {}"],
  ])("%s", (text, filled) => {
    expect(fillIn(text, values)).toBe(filled);
  });

  it("nothing stays of a name that is not known yet", () => {
    expect(fillIn("שלום {{שם}}, כאן {{נציג}}", { ...values, שם: null })).toBe("שלום, כאן דנה");
  });
});
