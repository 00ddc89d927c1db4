import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { logIn } from "../users/log-in.ts";
import { createBusiness } from "./create-business.ts";
import { getSettings } from "./get-settings.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const owner = { email: "Owner@Example.co.il", name: "דנה", password: "סיסמה ארוכה 1234" };
const logInWith = (password: string) =>
  logIn({ email: "owner@example.co.il", password, address: "192.0.2.4", userAgent: "" });

describe("a new business", () => {
  it("has its number, its owner and a greeting; its sentences are being rendered", async () => {
    const { businessId, ownerUserId } = await createBusiness({ name: "שי דירות", phone: "03-6001122", owner });
    expect((await logInWith(owner.password)).userId).toBe(ownerUserId);
    const ctx = {
      businessId,
      actor: { kind: "user" as const, userId: ownerUserId },
      role: "owner" as const,
      requestId: null,
    };
    expect(await getSettings(ctx)).toMatchObject({
      name: "שי דירות",
      greeting: expect.stringContaining("שי דירות"),
      phoneNumbers: [{ e164: "+97236001122" }],
    });
    const jobs =
      await database.owner`select 1 from graphile_worker._private_jobs where payload->>'businessId' = ${businessId}`;
    expect(jobs).toHaveLength(1);
  });

  it("of an owner who has one already: they keep their password", async () => {
    const second = await createBusiness({
      name: "שני",
      phone: "03-6001123",
      owner: { ...owner, password: "סיסמה אחרת לגמרי" },
    });
    expect((await logInWith(owner.password)).userId).toBe(second.ownerUserId);
    await expect(logInWith("סיסמה אחרת לגמרי")).rejects.toMatchObject({ code: "unauthenticated" });
  });

  it("cannot take another's number, for calls or for WhatsApp, and then nothing of it is kept", async () => {
    const taken = { name: "שלישי", phone: "03-6001122", owner: { ...owner, email: "third@example.co.il" } };
    await expect(createBusiness(taken)).rejects.toMatchObject({ code: "conflict" });
    await createBusiness({ name: "רביעי", phone: "03-6001124", whatsapp: "052-3334455", owner });
    const same = { ...taken, phone: "03-6001125", whatsapp: "+972523334455" };
    await expect(createBusiness(same)).rejects.toMatchObject({ code: "conflict" });
    const atOnce = ["א", "ב"].map((name) => createBusiness({ ...taken, name, phone: "03-6001126" }));
    const done = await Promise.allSettled(atOnce);
    expect(done.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(done.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "conflict" });
    expect(await database.owner`select 1 from business where name = 'שלישי'`).toHaveLength(0);
  });

  it("is refused without a name, a number that can be dialled, or a password worth having", async () => {
    const good = { name: "חמישי", phone: "03-6001127", owner };
    await expect(createBusiness({ ...good, name: " " })).rejects.toThrow("חסר שם העסק");
    await expect(createBusiness({ ...good, phone: "*2345" })).rejects.toThrow("מספר הטלפון אינו תקין");
    await expect(createBusiness({ ...good, owner: { ...owner, password: "קצרה" } })).rejects.toThrow("הסיסמה קצרה מדי");
  });
});
