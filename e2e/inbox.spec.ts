import { seesNothingWrong } from "./support/accessible.ts";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";
import { Person } from "./support/phone.ts";

test("a customer writes, the agent answers, a person takes over and writes, and hands it back", async ({ page }) => {
  test.slow();
  const rina = new Person("רינה מהבדיקה");
  await rina.writes("שלום, מתי אתם פתוחים?");
  await rina.reads("פתוחים");
  await open(page, "/inbox");
  await page
    .getByRole("link", { name: /רינה מהבדיקה/ })
    .first()
    .click();
  const thread = page.getByRole("region", { name: "ההתכתבות" });
  await expect(thread.getByText("שלום, מתי אתם פתוחים?")).toBeVisible();
  await expect(thread.getByText("המוקד", { exact: true }).first()).toBeVisible();

  await page.getByRole("button", { name: "לקחת את ההתכתבות" }).click();
  await expect(page.getByRole("button", { name: "להחזיר למוקד" })).toBeVisible();
  await page.getByRole("textbox", { name: "הודעה ללקוח" }).fill("כאן דנה, איך אפשר לעזור?");
  await page.keyboard.press("Enter");
  await rina.reads("כאן דנה");
  await expect(thread.getByText("כאן דנה, איך אפשר לעזור?")).toBeVisible();
  await expect(thread.getByRole("img", { name: "נקראה" }).last()).toBeVisible({ timeout: 15_000 });

  await page.getByRole("checkbox", { name: "הערה לצוות, לא ללקוח" }).check();
  await page.getByRole("textbox", { name: "הערה שרק הצוות רואה" }).fill("מחפשת דירת גן");
  await page.keyboard.press("Enter");
  await expect(thread.getByText("מחפשת דירת גן")).toBeVisible();

  // What the customer writes appears by itself.
  await rina.writes("תודה דנה");
  await expect(thread.getByText("תודה דנה")).toBeVisible();

  await page.getByRole("button", { name: "להחזיר למוקד" }).click();
  await expect(page.getByRole("button", { name: "לקחת את ההתכתבות" })).toBeVisible();
  await seesNothingWrong(page);
});

test("a conversation is assigned, closed, found among the closed ones by its words, and opened again", async ({
  page,
}) => {
  const name = `גל מהחיפוש ${Date.now()}`;
  const gal = new Person(name);
  await gal.writes("יש אצלכם מרתף להשכרה בגבעתיים?");
  await open(page, "/inbox");
  await page.getByRole("link", { name: new RegExp(name) }).click();
  const menu = page.getByRole("button", { name: "עוד פעולות" });
  await menu.click();
  await page.getByRole("menuitem", { name: "לשייך אליי" }).click();
  await page.getByRole("link", { name: "שלי", exact: true }).click();
  await expect(page.getByRole("navigation", { name: "התכתבויות" }).getByText(name)).toBeVisible();
  await menu.click();
  await page.getByRole("menuitem", { name: "לסגור" }).click();
  await page.getByRole("link", { name: "סגורות" }).click();
  await expect(page).toHaveURL(/filter=closed/);
  await page.getByRole("searchbox", { name: "חיפוש בהודעות, בשמות ובמספרים" }).fill("מרתף");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "התכתבויות" }).getByText(name)).toBeVisible();
  await menu.click();
  await page.getByRole("menuitem", { name: "לפתוח שוב" }).click();
  await expect(page.getByRole("navigation", { name: "התכתבויות" }).getByText(name)).toHaveCount(0);
});

test("a name that turns itself around is read as it was written, and a message with nothing in it says so", async ({
  page,
}) => {
  const trickster = new Person("live \u202etxt.exe");
  await trickster.writes("\u200b\u2060\u200b");
  await open(page, "/inbox");
  await page
    .getByRole("link", { name: /live txt\.exe/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1, name: "live txt.exe" })).toBeVisible();
  await expect(page.getByRole("region", { name: "ההתכתבות" }).getByText("הודעה ריקה")).toBeVisible();
});

test("on a phone the list gives way to the conversation, and comes back", async ({ page }) => {
  const noa = new Person("נועה מהנייד");
  await noa.writes("היי");
  await page.setViewportSize({ width: 390, height: 800 });
  await open(page, "/inbox");
  const row = page.getByRole("link", { name: /נועה מהנייד/ }).first();
  await row.click();
  await expect(page.getByRole("textbox", { name: "הודעה ללקוח" })).toBeVisible();
  await expect(row).toBeHidden();
  await page.getByRole("link", { name: "לרשימה" }).click();
  await expect(row).toBeVisible();
});

test.describe("somebody who only looks", () => {
  test.use({ as: "viewer" });
  test("reads the conversations, and is told why there is nothing to write", async ({ page }) => {
    const tal = new Person("טל הנקרא");
    await tal.writes("רק שאלה");
    await open(page, "/inbox");
    await page
      .getByRole("link", { name: /טל הנקרא/ })
      .first()
      .click();
    await expect(page.getByText("לענות יכולים אנשי הצוות")).toBeVisible();
    await expect(page.getByRole("textbox", { name: "הודעה ללקוח" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: "לקחת את ההתכתבות" })).toHaveCount(0);
  });
});
