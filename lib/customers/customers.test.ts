/** What the staff write down of a customer. */
import { randomInt } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { listConversations } from "../messaging/list-conversations.ts";
import { receiveMessage } from "../messaging/receive-message.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing } from "../testing/sample.ts";
import { customerByPhone } from "./customer-by-phone.ts";
import { getCustomerCard } from "./get-card.ts";
import { addNumber, removeNumber } from "./numbers.ts";
import { setMarketingConsent } from "./set-marketing-consent.ts";
import { updateCustomer } from "./update-customer.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
});
afterAll(() => database.drop());

const staff = () => business.as("staff");
const newNumber = () => `+97254${randomInt(1_000_000, 9_999_999)}`;
const customer = (phone = newNumber()) => forBusiness(business.ctx, (tx) => customerByPhone(tx, business.ctx, phone));

describe("the card", () => {
  it("keeps name, tags (each once) and notes, and says what was there before", async () => {
    const { id } = await customer();
    await updateCustomer(staff(), {
      customerId: id,
      name: " רותי לוין ",
      tags: ["דחוף", "דחוף", "כרמל"],
      notes: "כלב",
    });
    await updateCustomer(staff(), { customerId: id, tags: ["כרמל"] });
    expect(await getCustomerCard(business.as("viewer"), id)).toMatchObject({
      ...{ name: "רותי לוין", tags: ["כרמל"], notes: "כלב", marketing: "unknown", consent: null, phones: [] },
    });
    const audit = await database.owner`
      select before, after from audit_entry where subject_id = ${id} and action = 'customer.change' order by id`;
    expect(audit[1]).toEqual({ before: { tags: ["דחוף", "כרמל"] }, after: { tags: ["כרמל"] } });
  });

  it("knows who wrote the consent down: the customer or somebody of the staff", async () => {
    const { id } = await customer();
    const asked = await updateCustomer(staff(), { customerId: id, marketing: "granted" });
    expect(asked).toMatchObject({ marketing: "granted", consent: { by: "staff", staffName: "דנה לוי" } });
    await forBusiness(business.ctx, (tx) => setMarketingConsent(tx, business.ctx, id, "refused", "message:1"));
    expect(await getCustomerCard(staff(), id)).toMatchObject({
      ...{ marketing: "refused", consent: { by: "customer", staffName: null } },
    });
  });

  it.each([
    ["an empty name", { name: "  " }, "חסר שם"],
    ["an endless name", { name: "א".repeat(121) }, "עד 120 תווים"],
    ["an empty tag", { tags: [" "] }, "תגית ריקה"],
    ["an endless tag", { tags: ["א".repeat(41)] }, "עד 40 תווים"],
    ["too many tags", { tags: Array.from({ length: 21 }, (_, n) => `${n}`) }, "עד 20 תגיות"],
    ["endless notes", { notes: "א".repeat(5001) }, "עד 5,000 תווים"],
  ])("refuses %s in Hebrew", async (_name, change, sentence) => {
    const { id } = await customer();
    await expect(updateCustomer(staff(), { customerId: id, ...change })).rejects.toThrow(sentence);
  });

  it("is changed by the staff only", async () => {
    const { id } = await customer();
    const viewer = business.as("viewer");
    const forbidden = { code: "forbidden" };
    await expect(updateCustomer(viewer, { customerId: id, name: "א" })).rejects.toMatchObject(forbidden);
    await expect(addNumber(viewer, { customerId: id, phone: newNumber() })).rejects.toMatchObject(forbidden);
    await expect(removeNumber(viewer, id, newNumber())).rejects.toMatchObject(forbidden);
  });
});

describe("a further number", () => {
  it("is the same customer, who calls, writes and is searched by it", async () => {
    const further = newNumber();
    const { id } = await customer();
    expect(await addNumber(staff(), { customerId: id, phone: `0${further.slice(4)}` })).toMatchObject({
      phones: [further],
    });
    expect((await ringing(business, { from: further })).customerId).toBe(id);
    const from = newNumber();
    await addNumber(staff(), { customerId: id, phone: from });
    await receiveMessage(business.ctx, {
      ...{ channel: "sms", carrier: "twilio", providerId: "SM1", from: further, profileName: null, body: "שלום" },
      ...{ content: { kind: "text" }, attachments: [], replyTo: null, writtenAt: new Date() },
    });
    for (const q of [further, from])
      expect((await listConversations(staff(), { q })).items).toMatchObject([{ customerId: id, phone: further }]);
  });

  it("is refused when it is a customer's already, or no number", async () => {
    const [taken, further] = [newNumber(), newNumber()];
    const [own, other] = [await customer(), await customer(taken)];
    const add = (phone: string) => addNumber(staff(), { customerId: own.id, phone });
    await expect(add(taken)).rejects.toThrow("שעוד אין לו שם");
    await updateCustomer(staff(), { customerId: other.id, name: "דוד כהן" });
    await expect(add(taken)).rejects.toThrow("המספר הזה שמור אצל דוד כהן");
    await add(further);
    await expect(add(further)).rejects.toThrow("כבר שמור אצל הלקוח");
    await expect(addNumber(staff(), { customerId: other.id, phone: further })).rejects.toThrow("שמור אצל לקוח אחר");
    await expect(add("שלום")).rejects.toThrow("מספר הטלפון אינו תקין");
  });

  it("is one customer's, also when both ask at once", async () => {
    const phone = newNumber();
    const { id } = await customer();
    const asked = await Promise.allSettled([addNumber(staff(), { customerId: id, phone }), customer(phone)]);
    const holders = await database.owner`
      select id from customer where phone = ${phone} union all
      select customer_id from customer_number where phone = ${phone}`;
    expect(holders, JSON.stringify(asked)).toHaveLength(1);
  });

  it("can be taken away again, from its own customer only", async () => {
    const phone = newNumber();
    const [own, other] = [await customer(), await customer()];
    await addNumber(staff(), { customerId: own.id, phone });
    await expect(removeNumber(staff(), other.id, phone)).rejects.toMatchObject({ code: "not_found" });
    expect(await removeNumber(staff(), own.id, phone)).toMatchObject({ phones: [] });
    expect((await customer(phone)).created).toBe(true);
  });
});
