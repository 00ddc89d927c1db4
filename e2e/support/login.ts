/** Tests that are logged in: one login a role and worker, kept as the browser's own cookies. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type APIRequestContext, type Browser, test as base, expect } from "@playwright/test";
import { z } from "zod";

export type Role = "owner" | "staff" | "viewer";

const logins = z.array(z.object({ email: z.string(), password: z.string(), role: z.string() }));

/** A login of the demonstration, as the start of the product wrote it down. */
export function demoLogin(role: Role): { email: string; password: string } {
  const file = join(process.env.DATA_DIR ?? ".data", "demo-logins.json");
  const found = logins.parse(JSON.parse(readFileSync(file, "utf8"))).find((login) => login.role === role);
  if (!found) throw new Error(`${file} has no ${role}`);
  return found;
}

type StorageState = Awaited<ReturnType<APIRequestContext["storageState"]>>;

interface TestOptions {
  /** Who is looking; null for nobody. */
  as: Role | null;
}
interface WorkerFixtures {
  stateOf: (role: Role, baseURL: string) => Promise<StorageState>;
}

export const test = base.extend<TestOptions, WorkerFixtures>({
  as: ["owner", { option: true }],
  stateOf: [
    async ({ browser }, use) => {
      const states = new Map<Role, StorageState>();
      await use(async (role, baseURL) => {
        const state = states.get(role) ?? (await logInByRequest(browser, role, baseURL));
        states.set(role, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  storageState: async ({ as, stateOf, baseURL }, use) => {
    await use(as && baseURL ? await stateOf(as, baseURL) : { cookies: [], origins: [] });
  },
});
export { expect };

const csrfAnswer = z.object({ csrfToken: z.string() });

/** Logs in as a form would, without a page. */
async function logInByRequest(browser: Browser, role: Role, baseURL: string): Promise<StorageState> {
  const context = await browser.newContext({ baseURL, locale: "he-IL" });
  const { csrfToken } = csrfAnswer.parse(await (await context.request.get("/api/auth/csrf")).json());
  const response = await context.request.post("/api/auth/callback/credentials", {
    form: { ...demoLogin(role), csrfToken, callbackUrl: "/", json: "true" },
    headers: { Origin: new URL(baseURL).origin },
  });
  expect(response.ok(), `the login of the ${role}`).toBe(true);
  const state = await context.storageState();
  await context.close();
  return state;
}
