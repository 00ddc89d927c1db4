import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionById } from "../db/system.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { logIn } from "./log-in.ts";
import { forgotPassword, resetPassword } from "./reset-password.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const somewhere = () => `198.51.100.${randomBytes(4).toString("hex")}`;
const logInWith = (password: string) =>
  logIn({ email: business.owner.email, password, address: somewhere(), userAgent: "a test" });

async function mails(to: string): Promise<{ subject: string; text: string }[]> {
  const rows = await database.owner`
    select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = 'send_mail' and payload->>'to' = ${to} order by j.id`;
  return rows.map((row) => row.payload);
}

async function mailedToken(): Promise<string> {
  await database.owner`delete from rate_window`;
  await forgotPassword({ email: business.owner.email }, somewhere());
  const link = /http:\/\/localhost:3999\/reset\?token=(\S+)/.exec(
    (await mails(business.owner.email)).at(-1)?.text ?? "",
  );
  if (!link?.[1]) throw new Error("no link was mailed");
  return link[1];
}

describe("a forgotten password", () => {
  it("is set anew by the mailed link, once; every session ends", async () => {
    const before = await logInWith(business.owner.password);
    const token = await mailedToken();
    expect((await mails(business.owner.email)).at(-1)?.text).toContain("שלום דנה לוי");
    await resetPassword({ token, password: "סיסמה חדשה לגמרי" }, somewhere());
    expect(await sessionById(before.sessionId)).toBeNull();
    await expect(logInWith(business.owner.password)).rejects.toMatchObject({ code: "unauthenticated" });
    const after = await logInWith("סיסמה חדשה לגמרי");

    await expect(resetPassword({ token, password: "עוד סיסמה אחרת" }, somewhere())).rejects.toMatchObject({
      code: "rule",
      messageHe: expect.stringContaining("הקישור כבר נוצל"),
    });
    expect(await sessionById(after.sessionId)).not.toBeNull();
    await logInWith("סיסמה חדשה לגמרי");
  });

  it("two uses of a link at once: one works", async () => {
    const token = await mailedToken();
    const uses = ["סיסמה אחת ארוכה", "סיסמה שתיים ארוכה"].map((password) =>
      resetPassword({ token, password }, somewhere()),
    );
    const done = await Promise.allSettled(uses);
    expect(done.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("a late link does nothing, and a used one takes the others of that person with it", async () => {
    const late = await mailedToken();
    await database.owner`update password_reset set expires_at = now() where used_at is null`;
    await expect(resetPassword({ token: late, password: "סיסמה חדשה שוב" }, somewhere())).rejects.toMatchObject({
      code: "rule",
    });
    const [first, second] = [await mailedToken(), await mailedToken()];
    await resetPassword({ token: second, password: "סיסמה חדשה שוב" }, somewhere());
    await expect(resetPassword({ token: first, password: "סיסמה של אחר" }, somewhere())).rejects.toMatchObject({
      code: "rule",
    });
  });

  it("what is kept of a link cannot be used as one", async () => {
    await mailedToken();
    const [kept] = await database.owner`select token_hash from password_reset where used_at is null limit 1`;
    const asLink = resetPassword({ token: String(kept?.token_hash), password: "סיסמה של גנב" }, somewhere());
    await expect(asLink).rejects.toMatchObject({ code: "rule" });
  });

  it("a password that is too short is refused in Hebrew, and the link stays good", async () => {
    const token = await mailedToken();
    await expect(resetPassword({ token, password: "קצרה" }, somewhere())).rejects.toThrow("הסיסמה קצרה מדי");
    await resetPassword({ token, password: "ארוכה יותר מקודם" }, somewhere());
  });

  it("nobody learns whether an address is known: the same answer, and no mail", async () => {
    const known = await forgotPassword({ email: business.owner.email }, somewhere());
    expect(await forgotPassword({ email: "nobody@example.co.il" }, somewhere())).toEqual(known);
    expect(await mails("nobody@example.co.il")).toEqual([]);
  });
});

describe("asking too often", { retry: 1 }, () => {
  it("is refused after five mails an hour to one address, known or not", async () => {
    for (const email of [business.owner.email, `${randomBytes(4).toString("hex")}@example.co.il`]) {
      await database.owner`delete from rate_window`;
      for (let n = 0; n < 5; n++) await forgotPassword({ email }, somewhere());
      const sixth = forgotPassword({ email }, somewhere());
      await expect(sixth).rejects.toMatchObject({ code: "rate_limited", retryAfterSeconds: expect.any(Number) });
    }
  });

  it("is refused after five from one place, and so is trying links", async () => {
    const address = somewhere();
    for (let n = 0; n < 5; n++) await forgotPassword({ email: `a${n}@example.co.il` }, address);
    await expect(forgotPassword({ email: "a6@example.co.il" }, address)).rejects.toMatchObject({
      code: "rate_limited",
    });
    const guess = () =>
      resetPassword({ token: randomBytes(24).toString("base64url"), password: "סיסמה של גנב" }, address);
    for (let n = 0; n < 30; n++) await expect(guess()).rejects.toMatchObject({ code: "rule" });
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
  });
});
