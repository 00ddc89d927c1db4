/** The same login at a public https address. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { sessionFromCookie } from "../users/session.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  process.env.PUBLIC_HOST = "https://moked.example.co.il";
  process.env.NEXTAUTH_URL = "https://moked.example.co.il";
  business = await testBusiness();
});
afterAll(() => database.drop());

it("the cookie is bound to https by its name and its flag, and no other name is looked at", async () => {
  const { Browser } = await import("./testing/login-route.ts");
  const visitor = new Browser("https://moked.example.co.il", "198.51.100.9");
  const response = await visitor.logIn(business.owner.email, business.owner.password);
  const cookie = response.headers.getSetCookie().find((line) => line.includes("session-token="));
  expect(cookie).toMatch(/^__Secure-next-auth\.session-token=/);
  expect(cookie).toMatch(/; HttpOnly/);
  expect(cookie).toMatch(/; Secure/);
  expect(cookie).toMatch(/; SameSite=Lax/i);
  expect(await sessionFromCookie(visitor.cookie, null)).not.toBeNull();
  expect(await sessionFromCookie(visitor.cookie.replaceAll("__Secure-", ""), null)).toBeNull();
});
