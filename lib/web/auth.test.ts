import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { sessionFromCookie } from "../users/session.ts";

let database: TestDatabase;
let business: TestBusiness;
let Browser: typeof import("./testing/login-route.ts").Browser;
beforeAll(async () => {
  database = await testDatabase();
  process.env.NEXTAUTH_URL = "http://localhost:3999";
  business = await testBusiness();
  ({ Browser } = await import("./testing/login-route.ts"));
});
afterAll(() => database.drop());

const visits = { nth: 0 };
const browser = () => new Browser("http://localhost:3999", `198.51.100.${++visits.nth}`);
const flags = (response: Response, name: string) =>
  response.headers.getSetCookie().find((line) => line.startsWith(name));

describe("the login form", () => {
  it("logs in, with a cookie that scripts and other sites do not get", async () => {
    const visitor = browser();
    const response = await visitor.logIn(business.owner.email, business.owner.password);
    expect(response.status).toBe(200);
    const cookie = flags(response, "next-auth.session-token=");
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/i);
    expect(cookie).toMatch(/; Path=\//);
    expect(cookie).not.toMatch(/; Secure/);
    const login = await sessionFromCookie(visitor.cookie, null);
    expect(login?.session.email).toBe(business.owner.email);
    const [row] = await database.owner`select address from session where id = ${login?.sessionId ?? null}`;
    expect(row?.address).toMatch(/^198\.51\.100\./);
  });

  it("carries nothing about the person in what next-auth tells the page", async () => {
    const visitor = browser();
    await visitor.logIn(business.owner.email, business.owner.password);
    expect(Object.keys((await (await visitor.get("session")).json()) as object)).toEqual(["expires"]);
  });

  it("refuses a wrong password, and a form without its token", async () => {
    const wrong = browser();
    const refused = await wrong.logIn(business.owner.email, "לא זאת הסיסמה");
    expect(refused.status).toBe(401);
    expect(await sessionFromCookie(wrong.cookie, null)).toBeNull();
    for (const email of ["a\0@x.example", "\0", "דנה"])
      expect((await browser().logIn(email, business.owner.password)).status, email).toBe(401);
    const forged = browser();
    const { email, password } = business.owner;
    await forged.post("callback/credentials", { email, password, csrfToken: "made up", json: "true" });
    expect(await sessionFromCookie(forged.cookie, null)).toBeNull();
  });

  it("answers 429 after five wrong passwords, and sends a form without JavaScript back to the page", {
    retry: 1,
  }, async () => {
    const visitor = browser();
    for (let n = 0; n < 5; n++) expect((await visitor.logIn(business.owner.email, "לא זאת הסיסמה")).status).toBe(401);
    const response = await visitor.logIn(business.owner.email, business.owner.password);
    expect(response.status).toBe(429);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    const body = (await response.json()) as { error: { code: string; message: string } };
    expect(body.error).toMatchObject({ code: "rate_limited", message: expect.stringContaining("יותר מדי") });

    const { email, password } = business.owner;
    const form = { email, password, csrfToken: await visitor.csrfToken() };
    const plain = await visitor.post("callback/credentials", form, { accept: "text/html" });
    expect(plain.status).toBe(303);
    expect(plain.headers.get("location")).toBe("/login?error=too_many");
    expect((await browser().logIn(business.owner.email, business.owner.password)).status).toBe(200);
  });
});

describe("where the form leads", () => {
  it.each([
    ["/calls", "/calls"],
    ["http://localhost:3999/calls?q=1", "http://localhost:3999/calls?q=1"],
    ["https://evil.example", "http://localhost:3999"],
    ["//evil.example", "http://localhost:3999"],
    ["/\\evil.example", "http://localhost:3999"],
    ["http://localhost:3999.evil.example", "http://localhost:3999"],
    ["javascript:alert(1)", "http://localhost:3999"],
  ])("asked for %s: %s", async (callbackUrl, location) => {
    const visitor = browser();
    const { email, password } = business.owner;
    const form = { email, password, csrfToken: await visitor.csrfToken(), callbackUrl };
    const response = await visitor.post("callback/credentials", form);
    expect([response.status, response.headers.get("location")]).toEqual([302, location]);
  });
});

describe("logging out", () => {
  it("ends the session itself: the old cookie is worth nothing", async () => {
    const visitor = browser();
    await visitor.logIn(business.owner.email, business.owner.password);
    const stolen = visitor.cookie;
    await visitor.post("signout", { csrfToken: await visitor.csrfToken(), json: "true" });
    expect(visitor.jar.has("next-auth.session-token")).toBe(false);
    expect(await sessionFromCookie(stolen, null)).toBeNull();
  });
});
