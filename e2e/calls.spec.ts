import { readFile } from "node:fs/promises";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";

test("the list is sorted by time, and by length when asked to", async ({ page }) => {
  await open(page, "/calls");
  await expect(page.getByRole("columnheader", { name: "מתי" })).toHaveAttribute("aria-sort", "descending");
  await page.getByRole("button", { name: "משך" }).click();
  await expect(page).toHaveURL(/sort=-duration/);
  await expect(page.getByRole("columnheader", { name: "משך" })).toHaveAttribute("aria-sort", "descending");
  const lengths = await page.locator("tbody tr td:nth-child(4)").allInnerTexts();
  expect(lengths).toEqual([...lengths].sort().reverse());
  await page.getByRole("button", { name: "משך" }).click();
  await expect(page).toHaveURL(/sort=duration/);
});

test("words that were said find their calls, and nothing says so kindly", async ({ page }) => {
  await open(page, "/calls");
  // The key is listened to a moment after everything else.
  await expect(async () => {
    await page.keyboard.press("/");
    await expect(page.getByRole("searchbox")).toBeFocused({ timeout: 500 });
  }).toPass();
  await page.keyboard.type("הכרמל");
  await expect(page).toHaveURL(/q=/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await page.locator("tbody a").first().click();
  await expect(page.getByText("הכרמל").first()).toBeVisible();

  await open(page, "/calls?q=תמנוןסגול");
  await expect(page.getByText("לא נמצאה שיחה כזאת")).toBeVisible();
  await page.getByRole("button", { name: "ניקוי הסינון" }).click();
  await expect(page).toHaveURL(/\/calls$/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
});

test("a status and dates narrow the list", async ({ page }) => {
  await open(page, "/calls");
  await page.getByLabel("סטטוס").selectOption("busy");
  await expect(page).toHaveURL(/status=busy/);
  await expect(page.getByText("לא נמצאה שיחה כזאת")).toBeVisible();
  await page.getByLabel("סטטוס").selectOption("");
  await page.getByLabel("עד תאריך").fill("2001-01-01");
  await expect(page).toHaveURL(/to=2001-01-01/);
  await expect(page.getByText("לא נמצאה שיחה כזאת")).toBeVisible();
});

test("the rows are walked and opened by keyboard, also with a Hebrew layout", async ({ page }) => {
  await open(page, "/calls");
  const rows = page.locator("tbody a");
  await expect(rows.first()).toBeVisible();
  await page.keyboard.press("j");
  await expect(rows.first()).toBeFocused();
  await page.evaluate(() =>
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "ח", code: "KeyJ", bubbles: true })),
  );
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("k");
  await expect(rows.first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}$/);
});

test("what the list shows can be taken to a spreadsheet", async ({ page }) => {
  await open(page, "/calls?q=הכרמל");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "ייצוא ל־CSV" }).click();
  const text = await readFile(await (await download).path(), "utf8");
  expect(text.startsWith("\uFEFF")).toBe(true);
  expect(text.trim().split("\n").length).toBe((await page.locator("tbody tr").count()) + 1);
});

test("a call shows who said what, what was not heard, and the tools", async ({ page }) => {
  await open(page, "/calls?q=כמה חדרים");
  await page.locator("tbody a").first().click();
  await expect(page.getByRole("heading", { name: "השיחה", exact: true })).toBeVisible();
  await expect(page.locator("del").first()).toBeVisible();
  await expect(page.getByRole("img", { name: /שניות מסוף הדיבור לתשובה/ }).first()).toBeVisible();
  await expect(page.getByRole("heading", { name: "משימות מהשיחה" })).toBeVisible();
});

test.describe("somebody who only looks", () => {
  test.use({ as: "viewer" });
  test("is offered no export", async ({ page }) => {
    await open(page, "/calls");
    await expect(page.getByRole("heading", { name: "שיחות", level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: /CSV/ })).toHaveCount(0);
  });
});
