import type { Page } from "@playwright/test";
import { expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";

/** The best of the calls in which something was learnt. */
async function openBestCall(page: Page): Promise<void> {
  await open(page, "/calls?sort=-score&minScore=1&q=שלושה חדרים");
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}$/);
  await expect(card(page)).toBeVisible();
  await listening(page);
  // What a first try has left is taken back.
  const restore = card(page).getByRole("button", { name: /^החזרה למקור/ });
  for (let left = await restore.count(); left > 0; left -= 1) {
    await restore.first().click();
    await expect(restore).toHaveCount(left - 1);
  }
}

const card = (page: Page) => page.getByRole("region", { name: "מה עלה בשיחה" });

test("what was learnt leads to the sentence that it comes from, and Esc leads back", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.setViewportSize({ width: 1280, height: 420 });
  await openBestCall(page);
  const source = card(page).getByRole("button", { name: /מאיפה/ }).last();
  const sentence = (await source.getAttribute("title")) ?? "";
  await source.focus();
  await page.keyboard.press("Enter");
  const turn = page.locator("li:focus");
  await expect(turn).toContainText(sentence);
  await expect(turn).toBeInViewport();
  await page.keyboard.press("Escape");
  await expect(source).toBeFocused();
});

test("the staff put it right; the edit is kept and marked, and can be taken back", async ({ page }) => {
  await openBestCall(page);
  const summary = `ביקשו לחזור מחר בבוקר ${Date.now()}`;
  const before = await card(page).locator("p").first().textContent();
  await card(page).getByRole("button", { name: "עריכה" }).click();
  await card(page).getByLabel("סיכום").fill("");
  await card(page).getByRole("button", { name: "שמירה" }).click();
  await expect(card(page).getByText("חסר סיכום")).toBeVisible();
  await card(page).getByLabel("סיכום").fill(summary);
  await card(page).getByLabel("ניקוד, מ־0 עד 100").fill("100");
  await card(page).getByRole("button", { name: "להוסיף פרט" }).click();
  await card(page).getByLabel("הפרט", { exact: true }).last().fill("עם מעלית");
  await card(page).getByRole("button", { name: "שמירה" }).click();
  await expect(card(page).getByText(summary)).toBeVisible();

  await page.reload();
  await expect(card(page).getByText(summary)).toBeVisible();
  await expect(card(page).getByText("עם מעלית")).toBeVisible();
  await expect(card(page).getByRole("img", { name: "ניקוד 100 מתוך 100, חם" })).toBeVisible();
  await expect(card(page).getByText("נערך ידנית")).toHaveCount(3);

  for (const field of ["סיכום", "ניקוד", "פרטים"]) {
    const restore = card(page).getByRole("button", { name: `החזרה למקור: ${field}` });
    await restore.click();
    await expect(restore).toHaveCount(0);
  }
  await expect(card(page).getByText(before ?? "")).toBeVisible();
  await expect(card(page).getByText("עם מעלית")).toHaveCount(0);
});

test("a score of the staff stands without the reasons of another one, until they give their own", async ({ page }) => {
  await openBestCall(page);
  const reason = card(page).getByText("נאמר אזור", { exact: true });
  await expect(reason).toBeVisible();
  await card(page).getByRole("button", { name: "עריכה" }).click();
  const score = card(page).getByLabel("ניקוד, מ־0 עד 100");
  const reasons = card(page).getByLabel("נימוק", { exact: true });
  const before = await reasons.count();
  expect(before).toBeGreaterThan(0);
  await score.fill("97");
  await expect(reasons).toHaveCount(0);
  await card(page).getByRole("button", { name: "להשאיר אותם" }).click();
  await expect(reasons).toHaveCount(before);
  await card(page).getByRole("button", { name: "ביטול" }).click();

  await card(page).getByRole("button", { name: "עריכה" }).click();
  await score.fill("97");
  await card(page).getByRole("button", { name: "שמירה" }).click();
  await expect(card(page).getByText("נקבע בידי הצוות")).toBeVisible();
  await expect(reason).toHaveCount(0);

  await card(page).getByRole("button", { name: "עריכה" }).click();
  await card(page).getByRole("button", { name: "להוסיף נימוק" }).click();
  await expect(reasons).toBeFocused();
  await page.keyboard.type("מכירים אותם משנה שעברה");
  await page.keyboard.press("Enter");
  await expect(card(page).getByText("מכירים אותם משנה שעברה")).toBeVisible();
  await expect(card(page).getByText("נקבע בידי הצוות")).toHaveCount(0);
  await card(page).getByRole("button", { name: "החזרה למקור: ניקוד" }).click();
  await expect(reason).toBeVisible();
});

test("a time to meet is added, put right and removed; removed stays removed until it is taken back", async ({
  page,
}) => {
  await openBestCall(page);
  const edit = card(page).getByRole("button", { name: "עריכה" });
  const save = card(page).getByRole("button", { name: "שמירה" });
  await edit.click();
  await card(page).getByRole("button", { name: "להוסיף מה ביקשו לקבוע" }).press("Enter");
  await expect(card(page).getByLabel("מה ביקשו לקבוע")).toBeFocused();
  await page.keyboard.type("ביקור בדירה");
  await save.click();
  await expect(card(page).getByText("לא נאמר מתי")).toBeVisible();
  await edit.click();
  await card(page).getByLabel("מתי, במילים שלהם").fill("מחר ב־10:30");
  await save.click();
  await expect(card(page).getByText("מחר ב־10:30")).toBeVisible();

  await edit.click();
  await card(page).getByRole("button", { name: "להסיר: לא ביקשו לקבוע" }).press("Enter");
  await expect(card(page).getByRole("button", { name: "להוסיף מה ביקשו לקבוע" })).toBeFocused();
  await save.click();
  await expect(card(page).getByText("לא ביקשו לקבוע.")).toBeVisible();
  await page.reload();
  await expect(card(page).getByText("לא ביקשו לקבוע.")).toBeVisible();
  await card(page).getByRole("button", { name: "החזרה למקור: ביקשו לקבוע" }).click();
  await expect(card(page).getByText("לא ביקשו לקבוע.")).toHaveCount(0);
});

test("what a colleague changes while one is writing stays theirs", async ({ page, context }) => {
  await openBestCall(page);
  await card(page).getByRole("button", { name: "עריכה" }).click();
  const summary = `שניים כותבים יחד ${Date.now()}`;
  await card(page).getByLabel("סיכום").fill(summary);

  const colleague = await context.newPage();
  await colleague.goto(page.url());
  await card(colleague).getByRole("button", { name: "עריכה" }).click();
  await card(colleague).getByLabel("ניקוד, מ־0 עד 100").fill("11");
  await card(colleague).getByRole("button", { name: "שמירה" }).click();
  await expect(card(colleague).getByRole("img", { name: /ניקוד 11 / })).toBeVisible();

  // Whether this page has heard of it by now or not.
  await card(page).getByRole("button", { name: "שמירה" }).click();
  await expect(card(page).getByText(summary)).toBeVisible();
  await expect(card(page).getByRole("img", { name: /ניקוד 11 / })).toBeVisible();
  for (const field of ["סיכום", "ניקוד"]) {
    const restore = card(page).getByRole("button", { name: `החזרה למקור: ${field}` });
    await restore.click();
    await expect(restore).toHaveCount(0);
  }
});

test("what was promised is the task itself, as it stands now", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 420 });
  await openBestCall(page);
  const promised = card(page).locator("section").filter({ hasText: "מה הובטח" });
  const link = promised.getByRole("link").first();
  const title = (await link.textContent()) ?? "";
  const [, id] = ((await link.getAttribute("href")) ?? "").split("#");
  await link.click();
  await expect(page).toHaveURL(/\/tasks/);
  const task = page.locator(`[id="${id}"]`);
  await expect(task).toContainText(title);
  await expect(task).toBeFocused();
  await expect(task).toBeInViewport();
});

test("the list is narrowed and sorted by what became of the calls, and its address keeps that", async ({ page }) => {
  await open(page, "/calls");
  await page.getByRole("button", { name: "ניקוד" }).click();
  await expect(page).toHaveURL(/sort=-score/);
  await page.getByLabel("ניקוד", { exact: true }).selectOption("40");
  await expect(page).toHaveURL(/minScore=40/);
  const scores = page.locator("tbody").getByRole("img", { name: /מתוך 100/ });
  await expect(scores.first()).toBeVisible();
  await expect(page.locator("tbody tr")).toHaveCount(await scores.count());
  const shown = await scores.allTextContents();
  expect(shown.map(Number)).toEqual(shown.map(Number).sort((a, b) => b - a));
  expect(Math.min(...shown.map(Number))).toBeGreaterThanOrEqual(40);

  await page.getByLabel("מה רוצים").selectOption("rent");
  await page.getByLabel("רוח השיחה").selectOption("negative");
  await expect(page).toHaveURL(/(?=.*want=rent)(?=.*sentiment=negative)(?=.*minScore=40)(?=.*sort=-score)/);
  await page.reload();
  await expect(page.getByLabel("מה רוצים")).toHaveValue("rent");
  await page.getByRole("button", { name: "ניקוי הסינון" }).click();
  await expect(page).toHaveURL(/\/calls\?sort=-score$/);
});

test("home shows the promising calls, the best first", async ({ page }) => {
  await open(page, "/");
  const promising = page.getByRole("region", { name: "פניות מבטיחות" });
  const shown = promising.getByRole("img", { name: /מתוך 100/ });
  await expect(shown.first()).toBeVisible();
  const scores = (await shown.allTextContents()).map(Number);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(scores.length).toBeLessThanOrEqual(5);
  expect(Math.min(...scores)).toBeGreaterThanOrEqual(60);
  await promising.getByRole("link", { name: "לפי ניקוד" }).click();
  await expect(page.getByRole("columnheader", { name: "ניקוד" })).toHaveAttribute("aria-sort", "descending");
});

test.describe("somebody who only looks", () => {
  test.use({ as: "viewer" });
  test("reads what became of a call, and is offered no editing", async ({ page }) => {
    await openBestCall(page);
    await expect(card(page).getByRole("img", { name: /מתוך 100/ })).toBeVisible();
    await expect(card(page).getByRole("button", { name: "עריכה" })).toHaveCount(0);
  });
});
