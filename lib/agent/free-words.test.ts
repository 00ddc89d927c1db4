import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenAiSimulator, startOpenAi } from "#simulators/openai/server.ts";
import type { CreateProductInput } from "../ordering/schemas/products.ts";
import { Customer, shopWith } from "../ordering/testing/shop.ts";
import { openAiLanguageModel } from "../providers/llm/openai/model.ts";
import type { LanguageModel } from "../providers/llm/types.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";

let database: TestDatabase;
let openai: OpenAiSimulator;
let model: LanguageModel;
beforeAll(async () => {
  database = await testDatabase();
  openai = await startOpenAi({ apiKey: "sk-test", latency: "none" });
  model = openAiLanguageModel({ apiKey: "sk-test", baseUrl: openai.url, model: "gpt-4o" });
});
afterAll(async () => {
  await openai.close();
  await database.drop();
});

const dates: CreateProductInput = { name: "תמרים מג׳הול", category: "פירות יבשים", price: 40, stock: 9 };
const shirt: CreateProductInput = {
  ...{ name: "חולצה", price: 80, stock: null },
  options: [{ name: "מידה", choices: [{ label: "קטנה" }, { label: "גדולה", extra: 5 }] }],
};

/** Somebody who writes to a business that sells this, over the model's own protocol. */
async function visit(...products: CreateProductInput[]) {
  const { business } = await shopWith(...products);
  const dana = new Customer(database, business, model);
  const conversation = async () =>
    (await database.owner`select mode, handover from conversation where id = ${await dana.conversationId()}`)[0];
  const orders = () => database.owner`
    select i.name, i.quantity, i.options from order_item i join "order" o on o.id = i.order_id
    where o.business_id = ${business.id} order by i.position`;
  return { dana, conversation, orders };
}

describe("an order in free words", () => {
  it("becomes a cart, changes it, and is placed by the customer's own yes", async () => {
    const { dana, orders } = await visit(dates, shirt);
    const first = await dana.writes("אפשר שתי קופסאות מהתמרים?");
    expect(first).toMatch(/^בשמחה\.\n---\n/);
    expect(first).toMatch(/העגלה שלכם[\s\S]*תמרים מג׳הול × 2 – 80 ₪/);
    expect(await dana.writes("תוסיפו עוד אחת")).toContain("תמרים מג׳הול × 3 – 120 ₪");
    expect(await dana.writes("אני רוצה חולצה גדולה")).toContain("חולצה (גדולה) × 1 – 85 ₪");
    expect(await dana.writes("תשנו את החולצות ל-4")).toContain("חולצה (גדולה) × 4 – 340 ₪");
    expect(await dana.writes("תורידו את התמרים")).not.toContain("× 3");
    expect(await dana.writes("מה יש לי בעגלה?")).toMatch(/1\. חולצה \(גדולה\) × 4/);
    expect(await dana.writes("זהו, להזמין")).toContain("סיכום ההזמנה");
    expect(await orders()).toHaveLength(0);
    await dana.writes("כן");
    expect(await orders()).toEqual([{ name: "חולצה", quantity: 4, options: { מידה: "גדולה" } }]);
  });

  it("in English is answered in English, the cart and all, from the first word on", async () => {
    const { dana } = await visit(dates);
    const answer = await dana.writes("can I get two boxes of dates please?");
    expect(answer).toMatch(/^Gladly\.\n---\n/);
    expect(answer).toMatch(/Your cart[\s\S]*תמרים מג׳הול × 2 – 80 ₪/);
    expect(await dana.writes("when are you open?")).toMatch(/^Our opening hours: Sunday to Thursday/);
    expect(await dana.writes("that's all, thanks")).toContain("*Your order*");
    expect(await dana.writes("בעצם עוד אחת")).toMatch(/^בשמחה\.[\s\S]*העגלה שלכם[\s\S]*× 3/);
  });

  it("in English is no matter of a business that sells nothing: its agent speaks Hebrew", async () => {
    const { dana } = await visit();
    expect(await dana.writes("Hello, I am looking for an apartment")).toMatch(/רק עברית/);
  });
});

describe("the conversation is a person's", () => {
  it.each([
    ["אתם גנבים ושקרנים! חוצפה!", "angry", /^אנחנו מצטערים[\s\S]*ההתכתבות עוברת לצוות/],
    ["די, תעבירו אותי כבר לבן אדם בבקשה", "asked", /ההתכתבות עוברת לצוות/],
    ["You are thieves and liars!", "angry", /^We are sorry[\s\S]*Our team has your conversation now/],
  ])("after: %s", async (said, handover, answer) => {
    const { dana, conversation } = await visit(dates);
    expect(await dana.writes(said)).toMatch(answer);
    expect(await conversation()).toEqual({ mode: "human", handover });
  });

  it("when the agent did not know twice in a row", async () => {
    const { dana, conversation } = await visit(dates);
    await dana.writes("יש לכם חניה לנכים?");
    expect(await conversation()).toMatchObject({ mode: "bot" });
    await dana.writes("ומה גובה התקרה במחסן?");
    expect(await conversation()).toEqual({ mode: "human", handover: "unsure" });
  });
});
