/** What stands around a conversation: the customer's card, one timeline, colleagues, and what helps with writing. */
import type { Page } from "@playwright/test";
import { seesNothingWrong } from "./support/accessible.ts";
import { opened, threadOf, wordsOf as words } from "./support/conversation.ts";
import { expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";
import { Person } from "./support/phone.ts";

const cardOf = (page: Page) => page.getByRole("complementary", { name: "הלקוח" });

test.describe("beside the thread", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test("the customer's card is changed where it stands; what is wrong is said in Hebrew", async ({ page }) => {
    test.slow();
    await opened(page, "מאיה מהכרטיס");
    const card = cardOf(page);
    await card.getByRole("button", { name: "לערוך: שם" }).click();
    await card.getByRole("textbox", { name: "שם", exact: true }).fill(" ");
    await page.keyboard.press("Enter");
    await expect(card.getByText("חסר שם")).toBeVisible();
    await card.getByRole("textbox", { name: "שם", exact: true }).fill("מאיה לביא");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1, name: "מאיה לביא" })).toBeVisible();

    await card.getByRole("button", { name: "עוד מספר" }).click();
    await card.getByRole("textbox", { name: "מספר נוסף" }).fill("0521");
    await page.keyboard.press("Enter");
    await expect(card.getByText("מספר הטלפון אינו תקין")).toBeVisible();
    const second = new Person("מאיה מהעבודה");
    await card.getByRole("textbox", { name: "מספר נוסף" }).fill(second.phone);
    await page.keyboard.press("Enter");
    await expect(card.getByRole("button", { name: /להסיר את המספר/ })).toBeVisible();
    // From the second number, and still the same customer.
    await second.writes("זו שוב אני, מהטלפון השני");
    await expect(threadOf(page).getByText("זו שוב אני, מהטלפון השני")).toBeVisible();

    await card.getByRole("button", { name: "תגית" }).click();
    await card.getByRole("textbox", { name: "תגית חדשה" }).fill("שכירות");
    await page.keyboard.press("Enter");
    await expect(card.getByRole("button", { name: "להסיר את התגית שכירות" })).toBeVisible();
    await card.getByRole("combobox", { name: "דיוור" }).selectOption("granted");
    await expect(card.getByText("שי אברהמי")).toBeVisible();
    await card.getByRole("button", { name: "לערוך: הערות" }).click();
    await card.getByRole("textbox", { name: "הערות" }).fill("שני ילדים\nוכלב");
    await card.getByRole("button", { name: "שמירה" }).click();
    await expect(card.getByText("וכלב")).toBeVisible();

    await card.getByRole("button", { name: "משימה חדשה" }).click();
    await card.getByRole("textbox", { name: "משימה חדשה" }).fill("לשלוח שלוש דירות");
    await page.keyboard.press("Enter");
    await seesNothingWrong(page);
    await card.getByRole("button", { name: /לערוך: .*לשלוח שלוש דירות/ }).click();
    await card.getByRole("textbox", { name: /כותרת המשימה/ }).fill("לשלוח ארבע דירות");
    await page.keyboard.press("Enter");
    await card.getByRole("button", { name: /לסמן שטופלה: לשלוח ארבע דירות/ }).click();
    await expect(card.getByText("אין משימות פתוחות")).toBeVisible();
  });

  test("calls and messages are one timeline, and a call leads to its page", async ({ page }) => {
    await open(page, "/inbox");
    await page.getByRole("searchbox", { name: "חיפוש בהודעות, בשמות ובמספרים" }).fill("רותי לוין");
    await page.keyboard.press("Enter");
    await page
      .getByRole("navigation", { name: "התכתבויות" })
      .getByRole("link", { name: /רותי לוין/ })
      .click();
    const thread = threadOf(page);
    await expect(thread.getByText("ראיתי את הדירה ברחוב מוריה")).toBeVisible();
    await thread
      .getByRole("link", { name: /שיחה נכנסת/ })
      .last()
      .click();
    await expect(page.getByRole("heading", { name: "השיחה", exact: true })).toBeVisible();
  });

  test("a conversation is given to a colleague, tagged, and found by both; the thread tells of it", async ({
    page,
  }) => {
    const name = `אור מהשיוך ${Date.now()}`;
    await opened(page, name);
    await page.getByRole("button", { name: "עוד פעולות" }).click();
    await page.getByRole("menuitemradio", { name: "דנה לוי" }).click();
    await expect(threadOf(page).getByText("ההתכתבות שויכה אל דנה לוי")).toBeVisible();
    const list = page.getByRole("navigation", { name: "התכתבויות" });
    await page.getByRole("link", { name: "ללא שיוך" }).click();
    await expect(list.getByText(name)).toHaveCount(0);
    await page.getByRole("link", { name: "הכול", exact: true }).click();
    const tag = `סיור ${Date.now()}`;
    await page.getByRole("list", { name: "תגיות ההתכתבות" }).getByRole("button", { name: "תגית" }).click();
    await page.getByRole("textbox", { name: "תגית חדשה" }).fill(tag);
    await page.keyboard.press("Enter");
    await page.getByRole("list", { name: "תגיות ההתכתבות" }).getByRole("link", { name: tag }).click();
    await expect(list.getByRole("link")).toHaveCount(1);
    await expect(list.getByText(name)).toBeVisible();
    await page.getByRole("link", { name: "בלי סינון לפי תגית" }).click();
    await expect(list.getByRole("link").nth(1)).toBeVisible();
  });
});

test("a canned reply is written in the settings and sent from a slash, with everything filled in", async ({ page }) => {
  test.slow();
  const title = `ביקור ${Date.now()}`;
  await open(page, "/settings/replies");
  await page.getByRole("textbox", { name: "שם קצר" }).fill(title);
  const text = page.getByRole("textbox", { name: "הטקסט" });
  await text.fill("שלום {{טלפון}}");
  await page.getByRole("button", { name: "להוסיף" }).click();
  await expect(page.getByText("אין משתנה {{טלפון}}")).toBeVisible();
  await text.fill("שלום ");
  await page.getByRole("button", { name: "{{שם}}" }).click();
  await text.press("End");
  await text.pressSequentially(", הביקור נקבע. ");
  await page.getByRole("button", { name: "{{נציג}}" }).click();
  await page.getByRole("button", { name: "להוסיף" }).click();
  await expect(page.getByText("התשובה נוספה")).toBeVisible();

  const person = await opened(page, "יעל המוכנה");
  await words(page).fill(`/${title}`);
  await expect(page.getByRole("option", { name: title })).toHaveAttribute("aria-selected", "true");
  await seesNothingWrong(page);
  await page.keyboard.press("Enter");
  await expect(words(page)).toHaveValue("שלום יעל המוכנה, הביקור נקבע. שי אברהמי");
  await page.keyboard.press("Enter");
  await person.reads("שלום יעל המוכנה, הביקור נקבע. שי אברהמי");

  await page.goto("/settings/replies");
  await listening(page);
  await page.getByRole("button", { name: `למחוק: ${title}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "למחוק" }).click();
  await expect(page.getByText("התשובה נמחקה")).toBeVisible();
});

test("an emoji is found by its Hebrew name, a picture is pasted, a file is dropped", async ({ page }) => {
  const person = await opened(page, "עדי האמוג׳י");
  await words(page).fill("תודה ");
  await page.getByRole("button", { name: "אמוג׳י" }).click();
  await page.getByRole("searchbox", { name: "חיפוש אמוג׳י" }).fill("תרנגול");
  await expect(page.getByRole("gridcell", { name: "תרנגול", exact: true })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(words(page)).toHaveValue(/^תודה 🐔/u);

  const picture = Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
    "base64",
  ).toJSON().data;
  const transfer = await page.evaluateHandle((bytes) => {
    const files = new DataTransfer();
    files.items.add(new File([new Uint8Array(bytes)], "בית.png", { type: "image/png" }));
    return files;
  }, picture);
  await words(page).evaluate((field, clipboardData) => {
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, transfer);
  const pending = page.getByRole("list", { name: "קבצים לשליחה" });
  await expect(pending.getByText("בית.png")).toHaveCount(1);
  await threadOf(page).dispatchEvent("dragenter", { dataTransfer: transfer });
  await expect(page.getByText("לשחרר כאן כדי לצרף")).toBeVisible();
  await threadOf(page).dispatchEvent("drop", { dataTransfer: transfer });
  await expect(pending.getByText("בית.png")).toHaveCount(2);
  await pending.getByRole("button", { name: "להסיר את הקובץ בית.png" }).first().click();
  await words(page).press("Shift+Enter");
  await words(page).press("Enter");
  await expect(threadOf(page).getByRole("img", { name: "בית.png" })).toBeVisible();
  await expect(pending).toHaveCount(0);
  await person.reads("תודה");
});

test("the list is walked by arrows, and Esc goes back to it", async ({ page }) => {
  await opened(page, "ליאור מהמקלדת");
  await words(page).focus();
  await page.keyboard.press("Escape");
  const rows = page.getByRole("navigation", { name: "התכתבויות" }).locator("[data-row]");
  await expect(rows.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(rows.nth(0)).toBeFocused();
});

test("two people in one conversation see each other, and who is writing", async ({
  page,
  browser,
  stateOf,
  baseURL,
}) => {
  await opened(page, "רוני לשניים");
  const context = await browser.newContext({
    ...{ storageState: await stateOf("staff", baseURL ?? ""), baseURL: baseURL ?? "", locale: "he-IL" },
  });
  const other = await context.newPage();
  await open(other, page.url());
  await expect(other.getByText("גם שי אברהמי כאן")).toBeVisible();
  await expect(page.getByText("גם דנה לוי כאן")).toBeVisible();
  await words(other).pressSequentially("כבר עונה");
  await expect(page.getByText("דנה לוי כותב/ת…")).toBeVisible();
  await words(other).fill("");
  await expect(page.getByText("גם דנה לוי כאן")).toBeVisible();
  await context.close();
  await expect(page.getByText(/גם דנה לוי כאן|דנה לוי כותב/)).toHaveCount(0);
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

  for (const colorScheme of ["light", "dark"] as const)
    test(`the card comes from below, and nothing stands in the way, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await opened(page, `שירה ${colorScheme}`);
      const conversation = page.url();
      await expect(words(page)).toBeInViewport();
      await seesNothingWrong(page);
      await page.getByRole("button", { name: "פרטי הלקוח" }).click();
      const sheet = page.getByRole("dialog", { name: "הלקוח" });
      await sheet.getByRole("button", { name: "לערוך: שם" }).click();
      await page.keyboard.press("Escape");
      await expect(sheet).toBeVisible();
      await seesNothingWrong(page);
      await page.keyboard.press("Escape");
      await expect(sheet).toBeHidden();
      // That Esc was the card's: the conversation is not left with it.
      await expect(page.getByRole("button", { name: "פרטי הלקוח" })).toBeFocused();
      await seesNothingWrong(page);
      await expect(page).toHaveURL(conversation);
      await expect(words(page)).toBeVisible();
    });
});
