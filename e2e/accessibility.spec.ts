import type { Page } from "@playwright/test";
import { seesNothingWrong } from "./support/accessible.ts";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";

/** "wcag21a" is one rule, which on a phone takes the letters of an avatar for a label: there it is left out. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"];
const publicPages = ["/login", "/forgot", "/reset?token=0123456789012345678901234567890123456789"];
const ownPages = [
  "/",
  "/calls",
  "/calls?q=לאנמצאבכללוםמקום",
  "/calls?sort=-score&minScore=40",
  "/calls/00000000-0000-7000-8000-000000000000",
  "/tasks",
  "/tasks?state=done",
  "/inbox",
  "/inbox?filter=closed",
  "/products",
  "/orders",
  "/orders/00000000-0000-7000-8000-000000000000",
  "/settings/persona",
  "/settings/voice",
  "/settings/pronunciation",
  "/settings/calls",
  "/settings/messages",
  "/settings/replies",
  "/settings/payments",
  "/settings/hours",
  "/settings/numbers",
  "/settings/sessions",
  "/no-such-page",
];

test.describe("nothing stands in the way, light or dark", () => {
  for (const path of ownPages) test(path, ({ page }) => check(page, path));

  test("a call", async ({ page }) => {
    await open(page, "/calls");
    await page.locator("tbody a").first().click();
    await expect(page.getByRole("heading", { name: "השיחה", exact: true })).toBeVisible();
    await seenInBoth(page);
  });

  test("the user's menu, and the search", async ({ page }) => {
    await open(page, "/tasks");
    await page.getByRole("button", { name: /התפריט של/ }).click();
    await expect(page.getByRole("menu")).toBeVisible();
    await seenInBoth(page);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    await seenInBoth(page);
  });
});

test.describe("nothing stands in the way outside, light or dark", () => {
  test.use({ as: null });
  for (const path of publicPages) test(path, ({ page }) => check(page, path));
});

async function check(page: Page, path: string): Promise<void> {
  await open(page, path);
  await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
  await seenInBoth(page);
}

/** In both schemes: a page is opened once for the two, since opening it takes longer than looking at it. */
async function seenInBoth(page: Page): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await seesNothingWrong(page, RULES);
  }
}
