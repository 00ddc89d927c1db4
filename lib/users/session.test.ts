import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "../config/env.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { addStaff } from "./add-staff.ts";
import { logIn } from "./log-in.ts";
import { sessionCookieName, sessionFromCookie } from "./session.ts";
import { listSessions, revokeSession } from "./sessions.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

async function open(userAgent = "a test"): Promise<string> {
  const { email, password } = business.owner;
  return (await logIn({ email, password, address: "192.0.2.7", userAgent })).sessionId;
}

const cookie = async (sessionId: unknown, secret = env().authSecret, maxAge = 3600) =>
  `${sessionCookieName()}=${await encode({ token: { sessionId } as never, secret, maxAge })}`;
const who = (header: string | null) => sessionFromCookie(header, "req-1");

describe("the person behind a cookie", () => {
  it("is known with their business and role, among other cookies too", async () => {
    const sessionId = await open();
    const login = await who(`theme=dark; ${await cookie(sessionId)}; x=y=z`);
    expect(login).toMatchObject({
      sessionId,
      ctx: {
        businessId: business.id,
        role: "owner",
        requestId: "req-1",
        actor: { kind: "user", userId: business.owner.id },
      },
      session: { email: business.owner.email, business_name: "עסק לבדיקה" },
    });
  });

  it("is nobody without a cookie, with a damaged, forged or strange one", async () => {
    const sessionId = await open();
    const good = await cookie(sessionId);
    const strange = [
      null,
      "",
      "theme=dark",
      `${sessionCookieName()}=`,
      `${sessionCookieName()}=%E0%A4%A`,
      `${sessionCookieName()}=${sessionId}`,
      good.slice(0, -4),
      `__Secure-${good}`,
      await cookie(sessionId, "another secret, also long enough"),
      await cookie(sessionId, "", 3600).catch(() => ""),
      await cookie(sessionId, env().authSecret, -60),
      await cookie("not an id"),
      await cookie({ id: sessionId }),
      await cookie(randomUUID()),
    ];
    for (const header of strange) expect(await who(header), String(header)).toBeNull();
    expect(await who(good)).not.toBeNull();
  });

  it("is nobody once the session is revoked, at once", async () => {
    const sessionId = await open();
    const header = await cookie(sessionId);
    await revokeSession(business.as("owner"), sessionId);
    expect(await who(header)).toBeNull();
    await expect(revokeSession(business.as("owner"), sessionId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is nobody once the session has expired, whatever the cookie says", async () => {
    const sessionId = await open();
    await database.owner`update session set expires_at = now() where id = ${sessionId}`;
    expect(await who(await cookie(sessionId))).toBeNull();
  });

  it("is nobody once they left the business, and has the role that they have now", async () => {
    const sessionId = await open();
    const header = await cookie(sessionId);
    const role = (to: string) =>
      database.owner`update membership set role = ${to} where user_id = ${business.owner.id}`;
    await role("viewer");
    expect((await who(header))?.ctx.role).toBe("viewer");
    await role("owner");
    const [left] = await database.owner`delete from membership where user_id = ${business.owner.id} returning *`;
    expect(await who(header)).toBeNull();
    await database.owner`insert into membership ${database.owner(left as Record<string, unknown>)}`;
  });
});

describe("the list of one's sessions", () => {
  it("shows one's own that are open, newest first, and which one this is", async () => {
    const [first, second] = [await open("Firefox"), await open("Chrome")];
    const mine = await listSessions(business.as("owner"), first);
    expect(mine.slice(0, 2)).toMatchObject([
      { id: second, userAgent: "Chrome", current: false },
      { id: first, userAgent: "Firefox", current: true },
    ]);
    await revokeSession(business.as("owner"), second);
    expect((await listSessions(business.as("owner"), first)).map(({ id }) => id)).not.toContain(second);
  });

  it("does not let a colleague end one's session", async () => {
    const sessionId = await open();
    const { userId } = await addStaff(business.as("owner"), {
      email: "colleague@example.co.il",
      name: "עמית",
      password: "סיסמה ארוכה 1234",
      role: "staff",
    });
    const colleague = { ...business.as("staff"), actor: { kind: "user" as const, userId } };
    await expect(revokeSession(colleague, sessionId)).rejects.toMatchObject({ code: "not_found" });
    expect(await listSessions(colleague, sessionId)).toEqual([]);
  });
});
