import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sessionById } from "../db/system.ts";
import { RateLimited } from "../errors.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { addStaff } from "./add-staff.ts";
import { logIn } from "./log-in.ts";
import { hashPassword, verifyPassword } from "./password.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const somewhere = () => `198.51.100.${randomBytes(4).toString("hex")}`;
const attempt = (password: string, address: string, email = business.owner.email) =>
  logIn({ email, password, address, userAgent: "a test" });
const UNAUTHENTICATED = { code: "unauthenticated", messageHe: "הדוא״ל או הסיסמה אינם נכונים" };
const RATE_LIMITED = { code: "rate_limited" };

async function newPerson(): Promise<string> {
  const email = `${randomBytes(6).toString("hex")}@example.co.il`;
  await addStaff(business.as("owner"), { email, name: "רון", password: "סיסמה ארוכה 1234", role: "staff" });
  return email;
}

describe("a login", () => {
  it("with the right password opens a session that is looked up", async () => {
    const opened = await attempt(business.owner.password, somewhere(), ` ${business.owner.email.toUpperCase()} `);
    expect(await sessionById(opened.sessionId)).toMatchObject({
      user_id: business.owner.id,
      business_id: business.id,
      role: "owner",
    });
    const [entry] = await database.owner`select actor_id from audit_entry where subject_id = ${opened.sessionId}`;
    expect(entry).toEqual({ actor_id: business.owner.id });
  });

  it("fails in the same words for a wrong password and for nobody", async () => {
    await expect(attempt("לא זאת", somewhere())).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(attempt("לא זאת", somewhere(), "nobody@example.co.il")).rejects.toMatchObject(UNAUTHENTICATED);
    await expect(attempt("לא זאת", somewhere(), "not an address")).rejects.toThrow();
  });

  it("fails for somebody who works in no business", async () => {
    const hash = await hashPassword("סיסמה ארוכה 1234");
    await database.owner`insert into "user" (email, name, password_hash) values ('alone@example.co.il', 'לבד', ${hash})`;
    await expect(attempt("סיסמה ארוכה 1234", somewhere(), "alone@example.co.il")).rejects.toMatchObject(
      UNAUTHENTICATED,
    );
  });
});

// A window may turn over in the middle of a test: once again, then, with another address.
describe("guessing passwords", { retry: 1 }, () => {
  it("is over after five failures, also for the right password, and says when to come back", async () => {
    const [email, address] = [await newPerson(), somewhere()];
    for (let n = 0; n < 5; n++) await expect(attempt("לא זאת", address, email)).rejects.toMatchObject(UNAUTHENTICATED);
    const sixth = await attempt("סיסמה ארוכה 1234", address, email).catch((error: unknown) => error);
    if (!(sixth instanceof RateLimited)) throw new Error("it was let in");
    expect(sixth.retryAfterSeconds).toBeGreaterThan(0);
    expect(sixth.retryAfterSeconds).toBeLessThanOrEqual(15 * 60);
  });

  it("does not lock out the same person elsewhere, nor a colleague at the same place", async () => {
    const [email, colleague, address] = [await newPerson(), await newPerson(), somewhere()];
    for (let n = 0; n < 5; n++) await attempt("לא זאת", address, email).catch(() => {});
    await expect(attempt("סיסמה ארוכה 1234", address, email)).rejects.toMatchObject(RATE_LIMITED);
    await attempt("סיסמה ארוכה 1234", somewhere(), email);
    await attempt("סיסמה ארוכה 1234", address, colleague);
  });

  it("is forgiven by the right password after four wrong ones", async () => {
    const [email, address] = [await newPerson(), somewhere()];
    for (let round = 0; round < 2; round++) {
      for (let n = 0; n < 4; n++)
        await expect(attempt("לא זאת", address, email)).rejects.toMatchObject(UNAUTHENTICATED);
      await attempt("סיסמה ארוכה 1234", address, email);
    }
  });

  it("does not get further by many guesses at once", async () => {
    const [email, address] = [await newPerson(), somewhere()];
    const guesses = await Promise.allSettled(Array.from({ length: 20 }, () => attempt("לא זאת", address, email)));
    const refusals = guesses.filter((one) => one.status === "rejected" && one.reason instanceof RateLimited);
    expect(refusals).toHaveLength(15);
  });

  it("is limited for an account from everywhere together, and for a place against everybody", async () => {
    const [email, address] = [await newPerson(), somewhere()];
    const fill = (key: string) => database.owner`
      insert into rate_window values (${key}, to_timestamp(floor(extract(epoch from now()) / 900) * 900), 50)`;
    await fill(`login:account:${email}`);
    await expect(attempt("סיסמה ארוכה 1234", somewhere(), email)).rejects.toMatchObject(RATE_LIMITED);
    await fill(`login:address:${address}`);
    await expect(attempt("סיסמה ארוכה 1234", address, await newPerson())).rejects.toMatchObject(RATE_LIMITED);
  });

  it("logins that succeed do not count", async () => {
    const [email, address] = [await newPerson(), somewhere()];
    for (let n = 0; n < 7; n++) await attempt("סיסמה ארוכה 1234", address, email);
    const hits =
      await database.owner`select coalesce(sum(hits), 0)::int as n from rate_window where key like ${`login:%${address}`}`;
    expect(hits[0]?.n).toBe(0);
  });
});

describe("a kept password", () => {
  it("is argon2id with its own salt, and fits only itself", async () => {
    const [one, two] = [await hashPassword("סיסמה ארוכה 1234"), await hashPassword("סיסמה ארוכה 1234")];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
    expect(await verifyPassword("סיסמה ארוכה 1234", one)).toBe(true);
    expect(await verifyPassword("סיסמה ארוכה 1235", one)).toBe(false);
    expect(await verifyPassword("סיסמה ארוכה 1234", "no hash at all")).toBe(false);
  });

  it("is the same however its letters are composed", async () => {
    expect(await verifyPassword("caf\u00e9 1234567", await hashPassword("cafe\u0301 1234567"))).toBe(true);
  });
});
