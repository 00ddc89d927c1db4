import type { Locator, Page } from "@playwright/test";
import { seesNothingWrong } from "./support/accessible.ts";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";
import { Person } from "./support/phone.ts";

const unique = () => Date.now().toString(36);

/** An option says how the template begins; its own name comes first. */
async function choose(form: Locator, template: string): Promise<void> {
  const select = form.getByLabel("תבנית", { exact: true });
  const value = await select.getByRole("option", { name: `${template}:` }).getAttribute("value");
  await select.selectOption(value);
}

async function fillText(page: Page, name: string, template: string, second: string): Promise<void> {
  await page.getByLabel("שם השידור").fill(name);
  await choose(page.getByRole("form"), template);
  await page.getByRole("textbox", { name: "פרט 2" }).fill(second);
}

test("a broadcast to a tag says whom it reaches, goes out, and shows what became of it with each", async ({ page }) => {
  const name = `דירות חדשות ${unique()}`;
  await open(page, "/broadcasts");
  await page.getByRole("link", { name: "שידור חדש" }).click();
  await fillText(page, name, "we_missed_you", "שכונת הכרמל");
  await expect(page.getByRole("textbox", { name: "פרט 1" })).toHaveValue("{{first_name}}");
  await page.getByLabel("תגית", { exact: true }).selectOption("מחפשי דירה");
  await page.getByLabel("הודעות בדקה").fill("600");
  await page.getByRole("button", { name: "לבדוק למי זה יגיע" }).click();
  const reach = page.getByRole("status", { name: "למי זה יגיע" });
  await expect(reach.getByText("יישלח אל 3 נמענים")).toBeVisible();
  await expect(reach.getByText("אחד שביקש הסרה")).toBeVisible();
  await expect(reach.getByText(/שלום (רותי|דוד|מיכל), .*שכונת הכרמל/)).toBeVisible();
  await seesNothingWrong(page);
  await page.getByRole("button", { name: "לשלוח אל 3 נמענים" }).click();

  await expect(page.getByRole("heading", { name })).toBeVisible();
  const table = page.getByRole("table", { name: "הנמענים" });
  await expect(table.getByRole("row", { name: /אזולאי/ })).toContainText("הלקוח ביקש לא לקבל הודעות פרסום.");
  await expect(page.getByText("הסתיים", { exact: true })).toBeVisible({ timeout: 20_000 });
  await expect(table.getByText("נקראה")).toHaveCount(3, { timeout: 20_000 });
  await seesNothingWrong(page);
  await page
    .getByRole("navigation", { name: "תוצאות" })
    .getByRole("link", { name: /לא נשלחו/ })
    .click();
  await expect(table.getByRole("row")).toHaveCount(2);
  await open(page, "/broadcasts");
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText("4 מתוך 4");
});

test("who agreed gets it, who wrote הסר does not, and a table is read with its junk", async ({ page }) => {
  const [dan, tal] = [new Person("דן המסכים"), new Person("טל שהוסר", 1)];
  await dan.writes("הצטרפות");
  await tal.writes("הצטרפות");
  await dan.reads("נרשמתם");
  await tal.reads("נרשמתם");
  await tal.writes("הסר");
  await tal.reads("הוסרתם");
  const place = `מגדל ${unique()}`;
  await open(page, "/broadcasts/new");
  await fillText(page, place, "we_missed_you", place);
  await page.getByLabel("רשימת מספרים").check();
  const table = `שם,טלפון\nדן,${dan.phone}\nטל,${tal.phone}\nשוב דן,${dan.phone}\n"=HYPERLINK(""http://x"")",x`;
  await page
    .getByLabel("קובץ CSV או טקסט")
    .setInputFiles({ name: "לקוחות.csv", mimeType: "text/csv", buffer: Buffer.from(table) });
  await page.getByRole("button", { name: "לבדוק למי זה יגיע" }).click();
  const reach = page.getByRole("status", { name: "למי זה יגיע" });
  await expect(reach.getByText("יישלח לנמען אחד")).toBeVisible();
  await expect(reach.getByText("אחד שביקש הסרה")).toBeVisible();
  await expect(reach.getByText("מספר אחד חזר על עצמו")).toBeVisible();
  await expect(reach.getByText("בשתי שורות אין מספר תקין")).toBeVisible();
  await page.getByRole("button", { name: "לשלוח לנמען אחד" }).click();
  await dan.reads(place);
  await expect(page.getByRole("row", { name: /טל שהוסר/ })).toContainText("לא נשלחה");
  expect(await tal.hasRead(place)).toBe(false);
});

test("who never wrote can be sent a template and nothing else, and answers to it", async ({ page }) => {
  const noa = new Person("נועה שלא כתבה");
  const [street, second] = [`רחוב ${unique()}`, `כיכר ${unique()}`];
  await open(page, "/broadcasts/new");
  await fillText(page, street, "viewing_reminder", street);
  await page.getByRole("textbox", { name: "פרט 1" }).fill("לכם");
  await page.getByRole("textbox", { name: "פרט 3" }).fill("יום שלישי");
  await page.getByRole("textbox", { name: "פרט 4" }).fill("17:30");
  await page.getByLabel("רשימת מספרים").check();
  await page.getByLabel("מספרי טלפון").fill(noa.phone);
  await page.getByRole("button", { name: "לבדוק למי זה יגיע" }).click();
  await page.getByRole("button", { name: "לשלוח לנמען אחד" }).click();
  await noa.reads(street);

  await page.getByRole("table", { name: "הנמענים" }).getByRole("link").click();
  const form = page.getByRole("form", { name: "תבנית ללקוח" });
  await expect(form.getByText("WhatsApp מעביר עכשיו רק תבנית מאושרת")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "הודעה ללקוח" })).toHaveCount(0);
  await choose(form, "payment_link");
  await form.getByRole("button", { name: "שליחת התבנית" }).click();
  await expect(form.getByText("חסר ערך").first()).toBeVisible();
  for (const [n, value] of ["נועה", "250.00", second, "https://example.com/pay/1"].entries())
    await form.getByRole("textbox", { name: `פרט ${n + 1}` }).fill(value);
  await expect(form.getByText(`עבור ${second}`)).toBeVisible();
  await seesNothingWrong(page);
  await form.getByRole("button", { name: "שליחת התבנית" }).click();
  await noa.reads(second);
  const thread = page.getByRole("region", { name: "ההתכתבות" });
  await expect(thread.getByText(`עבור ${second}`)).toBeVisible();
  await expect(thread.getByRole("img", { name: "נקראה" }).last()).toBeVisible({ timeout: 15_000 });

  // With the answer the window is open again: one's own words come through, and a template can still be chosen.
  await noa.writes("תודה, שילמתי");
  await expect(page.getByRole("textbox", { name: "הודעה ללקוח" })).toBeVisible();
  await page.getByRole("button", { name: "לשלוח תבנית" }).click();
  await expect(form.getByLabel("תבנית", { exact: true })).toBeVisible();
  await form.getByRole("button", { name: "הודעה חופשית" }).click();
  await expect(page.getByRole("textbox", { name: "הודעה ללקוח" })).toBeVisible();
});

test("a broadcast that is stopped goes to nobody any more", async ({ page }) => {
  const people = [0, 1, 2].map((n) => new Person(`עוצרים ${n}`, n));
  const street = `שדרה ${unique()}`;
  await open(page, "/broadcasts/new");
  await fillText(page, street, "viewing_reminder", street);
  await page.getByRole("textbox", { name: "פרט 3" }).fill("יום רביעי");
  await page.getByRole("textbox", { name: "פרט 4" }).fill("9:00");
  await page.getByRole("textbox", { name: "פרט 1" }).fill("לכם");
  await page.getByLabel("רשימת מספרים").check();
  await page.getByLabel("מספרי טלפון").fill(people.map(({ phone }) => phone).join("\n"));
  await page.getByLabel("הודעות בדקה").fill("1");
  await page.getByRole("button", { name: "לבדוק למי זה יגיע" }).click();
  await page.getByRole("button", { name: "לשלוח אל 3 נמענים" }).click();
  await people[0]?.reads(street);
  await page.getByRole("button", { name: "לעצור את השידור" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "לעצור את השידור" }).click();
  const table = page.getByRole("table", { name: "הנמענים" });
  await expect(table.getByText("השידור נעצר לפני שההודעה יצאה.")).toHaveCount(2);
  await expect(page.getByRole("button", { name: "לעצור את השידור" })).toHaveCount(0);
  expect(await people[1]?.hasRead(street)).toBe(false);
});

test("the templates are listed with what WhatsApp said of them, and read anew", async ({ page }) => {
  await open(page, "/broadcasts/templates");
  const card = page.getByRole("listitem").filter({ hasText: "viewing_reminder" });
  await expect(card.getByText("אושרה")).toBeVisible();
  await expect(card.getByRole("list", { name: "כפתורים של ההודעה" })).toContainText("מאשרים הגעה");
  await page.getByRole("button", { name: "קריאה מחדש" }).click();
  await expect(page.getByText("התבניות נקראו מחדש")).toBeVisible();
  await seesNothingWrong(page);
});

test.describe("somebody who only looks", () => {
  test.use({ as: "viewer" });
  test("has no broadcasts, and is told so", async ({ page }) => {
    await open(page, "/");
    await expect(page.getByRole("link", { name: "שידורים" })).toHaveCount(0);
    await page.goto("/broadcasts");
    await expect(page.getByText("אין הרשאה לשידורים")).toBeVisible();
    expect((await page.request.get("/api/crm/broadcasts")).status()).toBe(403);
  });
});
