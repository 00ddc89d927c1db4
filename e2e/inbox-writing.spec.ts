/** Writing to a customer: nothing twice, to a certain message, as long as it comes through; and what is put off meanwhile. */
import type { Locator, Page } from "@playwright/test";
import { opened, threadOf, wordsOf as words } from "./support/conversation.ts";
import { expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";

const listOf = (page: Page) => page.getByRole("navigation", { name: "התכתבויות" });

test("an answer that is lost on its way back makes no second message", async ({ page }) => {
  const person = await opened(page, "נטע מהקליטה");
  await page.route(
    "**/api/crm/conversations/*/messages",
    async (route) => {
      await route.fetch();
      await route.abort();
    },
    { times: 1 },
  );
  await words(page).fill("כבר בודקים בשבילך");
  await words(page).press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "אין תשובה מהשרת" })).toBeVisible();
  await expect(words(page)).toHaveValue("כבר בודקים בשבילך");
  await words(page).press("Enter");
  await expect(words(page)).toHaveValue("");
  await person.reads("כבר בודקים בשבילך");
  await expect(threadOf(page).getByText("כבר בודקים בשבילך", { exact: true })).toHaveCount(1);
});

test("a certain message is answered; the thread shows which, and Esc gives up", async ({ page }) => {
  const person = await opened(page, "עומר מהציטוט", "יש חניה בבניין?");
  const reply = threadOf(page).getByRole("button", { name: "לענות להודעה הזאת" }).first();
  await reply.click();
  const bar = page.getByRole("region", { name: "ההודעה שעונים לה" });
  await expect(bar.getByText("יש חניה בבניין?")).toBeVisible();
  await expect(words(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(bar).toHaveCount(0);
  await reply.click();
  await words(page).fill("יש, שתיים");
  await words(page).press("Enter");
  await person.reads("יש, שתיים");
  await expect(bar).toHaveCount(0);
  await expect(threadOf(page).getByRole("link", { name: /בתשובה להודעה מהלקוח:\s*יש חניה בבניין/ })).toBeVisible();
});

test("what is put off leaves the list, stands under its own name, and is back when the customer writes", async ({
  page,
}) => {
  const name = `אלה מהדחייה ${Date.now()}`;
  const person = await opened(page, name);
  await page.getByRole("button", { name: "עוד פעולות" }).click();
  await page.getByRole("menuitem", { name: "לדחות בשעה" }).click();
  await expect(listOf(page).getByText(name)).toHaveCount(0);
  await page.getByRole("link", { name: "נדחו", exact: true }).click();
  await expect(listOf(page).getByText(name)).toBeVisible();
  await person.writes("בעצם עכשיו");
  await expect(listOf(page).getByText(name)).toHaveCount(0);
  await page.getByRole("link", { name: "הכול", exact: true }).click();
  await expect(listOf(page).locator("[data-row]").first()).toContainText(name);
});

test("the 24 hours are counted, and the templates come when they end on an open page", async ({ page }) => {
  await page.clock.install();
  await opened(page, "שחר מהחלון");
  await expect(page.getByText(/החלון פתוח עוד 2[34] שעות/)).toBeVisible();
  await page.clock.fastForward("23:30:00");
  await expect(page.getByText(/החלון פתוח עוד [23]\d דקות/)).toBeVisible();
  await page.clock.fastForward("01:00:00");
  await expect(page.getByRole("form", { name: "תבנית ללקוח" })).toBeVisible();
  await expect(words(page)).toHaveCount(0);
});

test("an SMS tells how many messages it will be", async ({ page }) => {
  await open(
    page,
    "/inbox?q=%D7%97%D7%95%D7%96%D7%94%20%D7%94%D7%A9%D7%9B%D7%99%D7%A8%D7%95%D7%AA%20%D7%9E%D7%95%D7%9B%D7%9F",
  );
  await listOf(page).getByRole("link").first().click();
  await listening(page);
  await words(page).fill("ש".repeat(70));
  await expect(page.getByText("הודעה אחת · 70 תווים")).toBeVisible();
  await words(page).fill("ש".repeat(71));
  await expect(page.getByText("2 הודעות · 71 תווים")).toBeVisible();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("filters, menu, taking over and answering are as large as a thumb", async ({ page }) => {
    await opened(page, "מיקה מהאגודל");
    const touched = [
      page.getByRole("button", { name: "לקחת את ההתכתבות" }),
      page.getByRole("button", { name: "עוד פעולות" }),
      threadOf(page).getByRole("button", { name: "לענות להודעה הזאת" }).first(),
    ];
    for (const one of touched) await expectThumb(one);
    await page.getByRole("button", { name: "עוד פעולות" }).click();
    const items = await page.getByRole("menuitem").all();
    for (const one of items) await expectThumb(one);
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "לרשימה" }).click();
    for (const one of await page.getByRole("navigation", { name: "סינון" }).getByRole("link").all())
      await expectThumb(one);
  });
});

/** Once whatever opens has come to rest. */
async function expectThumb(one: Locator): Promise<void> {
  await expect.poll(async () => (await one.boundingBox())?.height).toBeGreaterThanOrEqual(44);
}
