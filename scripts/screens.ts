/**
 * Takes the pictures in docs/screens of the running simulation: every page, desktop and phone, light and dark, the empty
 * states of a new business, errors, and a call while it goes on. `npm run screens` after `npm start`.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { z } from "zod";
import { newcomer } from "./admin/newcomer.ts";
import { ringing } from "./call/phone.ts";
import { scenarios } from "./call/scenarios/index.ts";
import { converse } from "./message/converse.ts";
import { MessagingDoor } from "./message/door.ts";
import { projectRoot } from "./supervisor/root.ts";
import { dataDirOf, readRunning } from "./supervisor/running.ts";
import { Trouble } from "./supervisor/trouble.ts";

const folder = join(projectRoot, "docs/screens");
const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const themes = ["light", "dark"] as const;

const strangersPages = { login: "/login", forgot: "/forgot", reset: "/reset?token=used-or-unknown-token-0000" };
const pages = {
  home: "/",
  calls: "/calls",
  "calls-by-score": "/calls?sort=-score",
  tasks: "/tasks",
  inbox: "/inbox",
  orders: "/orders",
  products: "/products",
  broadcasts: "/broadcasts",
  "settings-persona": "/settings/persona",
  "settings-voice": "/settings/voice",
  "settings-pronunciation": "/settings/pronunciation",
  "settings-calls": "/settings/calls",
  "settings-messages": "/settings/messages",
  "settings-replies": "/settings/replies",
  "settings-ordering": "/settings/ordering",
  "settings-payments": "/settings/payments",
  "settings-hours": "/settings/hours",
  "settings-numbers": "/settings/numbers",
  "settings-whatsapp": "/settings/whatsapp",
  "settings-sessions": "/settings/sessions",
};
const emptyPages = {
  "home-empty": "/",
  "calls-empty": "/calls",
  "tasks-empty": "/tasks",
  "inbox-empty": "/inbox",
  "orders-empty": "/orders",
  "products-empty": "/products",
};

interface Login {
  email: string;
  password: string;
}

const { publicUrl, simulation } = readRunning();
if (!simulation) throw new Trouble("The pictures are taken of the simulation.");
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--lang=he"],
});
try {
  const fresh = newcomer();
  const seller = await visitor(browser, sizes.desktop, "light", demoOwner());
  await order(seller, simulation.urls.phone, simulation.whatsapp_number);
  await seller.close();
  for (const theme of themes)
    for (const [size, viewport] of Object.entries(sizes)) {
      const suffix = `${size}-${theme}`;
      const stranger = await visitor(browser, viewport, theme);
      for (const [name, path] of Object.entries(strangersPages)) await shoot(stranger, path, `${name}-${suffix}`);
      await stranger.close();
      const owner = await visitor(browser, viewport, theme, demoOwner());
      await shootLiveCall(owner, suffix, simulation.urls.phone, simulation.business_number);
      for (const [name, path] of Object.entries(pages)) await shoot(owner, path, `${name}-${suffix}`);
      await shootConversation(owner, suffix);
      await shootOrder(owner, suffix);
      await shoot(owner, "/calls?q=אין-כזה-דבר", `calls-nothing-found-${suffix}`);
      await shoot(owner, "/no-such-page", `not-found-${suffix}`);
      await owner.close();
      const nobody = await visitor(browser, viewport, theme, fresh);
      for (const [name, path] of Object.entries(emptyPages)) await shoot(nobody, path, `${name}-${suffix}`);
      await nobody.close();
    }
} finally {
  await browser.close();
}

async function visitor(
  from: Browser,
  viewport: { width: number; height: number },
  theme: string,
  login?: Login,
): Promise<BrowserContext> {
  const context = await from.newContext({
    viewport,
    locale: "he-IL",
    timezoneId: "Asia/Jerusalem",
    baseURL: publicUrl,
  });
  await context.addCookies([{ name: "theme", value: theme, url: publicUrl }]);
  if (login) {
    const page = await context.newPage();
    await page.goto("/login");
    await page.locator('input[name="email"]').fill(login.email);
    await page.locator('input[name="password"]').fill(login.password);
    await page.locator('button[type="submit"]').click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.close();
  }
  return context;
}

async function shoot(context: BrowserContext, path: string, name: string): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await settle(page);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
  await page.close();
}

/** Home and the call's page while the agent and the caller speak, then the same call when it is over. */
async function shootLiveCall(context: BrowserContext, suffix: string, phoneUrl: string, to: string): Promise<void> {
  const script = scenarios.find((one) => one.name === "interrupting")?.script ?? [];
  const call = await ringing(phoneUrl, { from: "+972527654321", to, script });
  const page = await context.newPage();
  await page.goto("/");
  await page.locator('a[href^="/calls/"]:visible').first().waitFor();
  await settle(page);
  await page.screenshot({ path: join(folder, `home-live-${suffix}.png`), animations: "disabled" });
  await page.goto("/calls");
  await page.locator('a[href^="/calls/"]:visible').first().click();
  await page.waitForURL(/\/calls\/[0-9a-f-]{36}/);
  await page.getByText("לא לא, אני רוצה לשכור").waitFor();
  await page.screenshot({ path: join(folder, `call-live-${suffix}.png`), animations: "disabled" });
  await call.ended;
  await page.reload();
  await settle(page);
  await page.screenshot({ path: join(folder, `call-${suffix}.png`), animations: "disabled" });
  await page.close();
}

/** What the one who wrote last has said and been answered. */
async function shootConversation(context: BrowserContext, suffix: string): Promise<void> {
  const page = await context.newPage();
  await page.goto("/inbox");
  const path = await page.locator("a[data-row]").first().getAttribute("href");
  await page.close();
  await shoot(context, path ?? "/inbox", `conversation-${suffix}`);
}

/** A customer orders by WhatsApp, and is sent a link to pay by. */
async function order(seller: BrowserContext, phoneUrl: string, to: string): Promise<void> {
  const product = { name: "הדפסת תוכנית דירה", price: 45 };
  const made = await seller.request.post("/api/crm/products", { data: product, headers: { Origin: publicUrl } });
  const { number } = z.object({ number: z.number() }).parse(await made.json());
  async function* lines() {
    yield* [`${number} x 2`, "לבצע הזמנה", "כן"];
  }
  const door = new MessagingDoor(phoneUrl, { from: "+972527654377", to, channel: "whatsapp" });
  await converse(door, { lines: lines(), mayInterrupt: false, onMessage: () => undefined, quietMs: 2000 });
}

/** The newest order, and what its customer sees who opens the link. */
async function shootOrder(context: BrowserContext, suffix: string): Promise<void> {
  const page = await context.newPage();
  await page.goto("/orders");
  await page.locator('a[href^="/orders/"]:visible').first().click();
  const link = page.getByText(`${publicUrl}/pay/`);
  const path = new URL((await link.textContent()) ?? "").pathname;
  await settle(page);
  await page.screenshot({ path: join(folder, `order-${suffix}.png`), animations: "disabled" });
  await page.close();
  await shoot(context, path, `pay-${suffix}`);
}

/** Waits until nothing more comes, but not for ever: what a refresh has cut short may count as under way until the end. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: 5000 }).catch(() => undefined);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
}

function demoOwner(): Login {
  const logins = z.array(z.object({ email: z.string(), password: z.string(), role: z.string() }));
  const all = logins.parse(JSON.parse(readFileSync(join(dataDirOf(), "demo-logins.json"), "utf8")));
  const owner = all.find((login) => login.role === "owner");
  if (!owner) throw new Trouble("There is no demo login.");
  return owner;
}
