import { demoLogin, expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";

test("the persona is changed, kept, and put back", async ({ page }) => {
  await open(page, "/settings/persona");
  const tone = page.getByLabel("סגנון הדיבור");
  const before = await tone.inputValue();
  await expect(page.getByRole("button", { name: "שמירה" })).toBeDisabled();
  for (const value of [`רגוע ומדויק ${Date.now()}`, before]) {
    await tone.fill(value);
    await page.getByRole("button", { name: "שמירה" }).click();
    await expect(page.getByText(/^נשמר\. בתוקף מ/).first()).toBeVisible();
    await expect(page.getByRole("button", { name: "שמירה" })).toBeDisabled();
    await page.reload();
    await listening(page);
    await expect(tone).toHaveValue(value);
  }
});

test("what is missing is said at its field, and nothing is sent", async ({ page }) => {
  await open(page, "/settings/persona");
  await page.getByLabel("שם העסק").fill("");
  await page.getByRole("button", { name: "שמירה" }).click();
  await expect(page.getByText("חסר שם העסק")).toBeVisible();
  await expect(page.getByLabel("שם העסק")).toHaveAttribute("aria-invalid", "true");
  await page.getByRole("button", { name: "ביטול השינויים" }).click();
  await expect(page.getByLabel("שם העסק")).not.toHaveValue("");
});

test("leaving with unsaved changes is asked about", async ({ page }) => {
  await open(page, "/settings/persona");
  await page.getByLabel("סגנון הדיבור").fill("משהו אחר");
  await page.getByRole("link", { name: "משימות" }).click();
  await expect(page.getByRole("alertdialog")).toContainText("יש שינויים שלא נשמרו");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/persona/);
  await page.getByRole("link", { name: "משימות" }).click();
  await page.getByRole("button", { name: "לצאת בלי לשמור" }).click();
  await expect(page).toHaveURL(/tasks/);
});

test("opening hours are changed by the day", async ({ page }) => {
  await open(page, "/settings/hours");
  const friday = page.getByLabel("יום שישי, סגירה");
  const before = await friday.inputValue();
  await friday.fill("8");
  await friday.blur();
  await expect(friday).toHaveValue("08:00");
  await page.getByRole("button", { name: "שמירה" }).click();
  await expect(page.getByText("שעת הסגירה צריכה להיות אחרי שעת הפתיחה")).toBeVisible();
  // A second try may find what the first one has left.
  for (const value of [before === "12:30" ? "13:00" : "12:30", before]) {
    await friday.fill(value);
    await page.getByRole("button", { name: "שמירה" }).click();
    await expect(page.getByRole("button", { name: "שמירה" })).toBeDisabled();
    await page.reload();
    await listening(page);
    await expect(friday).toHaveValue(value);
  }
  await page.getByRole("switch", { name: "פתוח בשבת" }).click();
  await expect(page.getByLabel("שבת, פתיחה")).toHaveValue("09:00");
  await page.getByRole("button", { name: "ביטול השינויים" }).click();
  await expect(page.getByLabel("שבת, פתיחה")).toHaveCount(0);
});

test("a number for transfers is checked, and the addresses are there to copy", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/settings/numbers");
  await page.getByRole("button", { name: "העתקה: שיחה נכנסת" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/webhook\/incoming_call$/);

  await page.getByLabel("טלפון להעברת שיחות").fill("12");
  await page.getByRole("button", { name: "שמירה" }).click();
  await expect(page.getByText("מספר הטלפון אינו תקין")).toBeVisible();
});

test("the greeting can be listened to in the chosen voice", async ({ page }) => {
  await open(page, "/settings/voice");
  await expect(page.getByLabel("קול", { exact: true }).locator("option").nth(1)).toBeAttached();
  const sound = page.waitForResponse(/voice\/preview/);
  await page.getByRole("button", { name: "להשמיע את הברכה" }).click();
  const answer = await sound;
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("audio/");
});

test("a word is taught, listened to, put right and taken away", async ({ page }) => {
  const written = `מילה ${Date.now()}`;
  await open(page, "/settings/pronunciation");
  const add = page.getByRole("form", { name: "מילה חדשה" });
  await add.getByLabel("כתוב").fill(written);
  await add.getByLabel("נאמר").fill("קומה 3");
  await add.getByRole("button", { name: "להוסיף" }).click();
  await expect(add.getByText("רק אותיות וניקוד")).toBeVisible();
  await add.getByLabel("נאמר").fill("מִלָּה");
  await add.getByRole("button", { name: "להוסיף" }).click();
  await expect(page.getByText("המילה נוספה")).toBeVisible();
  await expect(add.getByLabel("כתוב")).toHaveValue("");

  const sound = page.waitForResponse(/voice\/preview/);
  await page.getByRole("button", { name: `להשמיע: ${written}` }).click();
  const answer = await sound;
  expect(answer.status()).toBe(200);
  expect(answer.request().postDataJSON()).toMatchObject({ text: "מִלָּה", with_pronunciations: false });

  await add.getByLabel("כתוב").fill(written);
  await add.getByLabel("נאמר").fill("אחרת");
  await add.getByRole("button", { name: "להוסיף" }).click();
  await expect(add.getByText("המילה הזאת כבר ברשימה")).toBeVisible();
  await add.getByLabel("כתוב").fill("");
  await add.getByLabel("נאמר").fill("");

  await page.getByRole("button", { name: `עריכה: ${written}` }).click();
  const edit = page.getByRole("form", { name: `עריכה: ${written}` });
  await edit.getByLabel("נאמר").fill("מילה אחרת");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listitem").filter({ hasText: written })).toContainText("מילה אחרת");

  await page.getByRole("button", { name: `הסרה: ${written}` }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "להסיר" }).click();
  await expect(page.getByText(written)).toHaveCount(0);
});

test("a sentence is read as a caller would hear it", async ({ page }) => {
  await open(page, "/settings/pronunciation");
  await page.getByLabel("משפט לניסיון").fill("ברוכים הבאים למשרד");
  const sound = page.waitForResponse(/voice\/preview/);
  await page.getByRole("button", { name: "להשמיע את המשפט" }).click();
  const answer = await sound;
  expect(answer.headers()["content-type"]).toContain("audio/");
  expect(answer.request().postDataJSON()).toMatchObject({ with_pronunciations: true });
});

test("the rhythm of calls is changed within its bounds, kept, and put back", async ({ page }) => {
  await open(page, "/settings/calls");
  const wait = page.getByLabel("המתנה בסוף משפט");
  const save = page.getByRole("button", { name: "שמירה" });
  const before = await wait.inputValue();
  await wait.fill("20");
  await save.click();
  await expect(page.getByText("מספר שלם בין 300 ל־1200")).toBeVisible();
  for (const value of ["650", before]) {
    await wait.fill(value);
    await page.getByRole("switch", { name: "הודעה מוקלטת כשהקו נכשל" }).click();
    await save.click();
    await expect(save).toBeDisabled();
    await page.reload();
    await listening(page);
    await expect(wait).toHaveValue(value);
  }
});

test("the agent's answers to messages are switched off, the wait before them is set, and both are put back", async ({
  page,
}) => {
  await open(page, "/settings/messages");
  const answers = page.getByRole("switch", { name: "מענה אוטומטי להודעות" });
  const wait = page.getByLabel("המתנה לפני תשובה");
  const save = page.getByRole("button", { name: "שמירה" });
  const [before, answered] = [await wait.inputValue(), await answers.isChecked()];
  await wait.fill("1.2");
  await save.click();
  await expect(page.getByText("בין 0 ל־10 שניות, בחצאי שנייה")).toBeVisible();
  for (const [value, on] of [
    [before === "3.5" ? "4" : "3.5", !answered],
    [before, answered],
  ] as const) {
    await wait.fill(value);
    await answers.click();
    await save.click();
    await expect(save).toBeDisabled();
    await page.reload();
    await listening(page);
    await expect(wait).toHaveValue(value);
    await expect(answers).toBeChecked({ checked: on });
    await open(page, "/inbox");
    await expect(page.getByText("המענה האוטומטי כבוי")).toHaveCount(on ? 0 : 1);
    await open(page, "/settings/messages");
  }
});

test("a session elsewhere is ended at once", async ({ page, browser, baseURL }) => {
  const elsewhere = await browser.newContext({
    baseURL,
    storageState: { cookies: [], origins: [] },
    locale: "he-IL",
    userAgent: "Mozilla/5.0 (iPhone) Version/18.0 Mobile Safari/604.1",
  });
  const phone = await elsewhere.newPage();
  const { email, password } = demoLogin("owner");
  await open(phone, "/login");
  await phone.getByLabel("דוא״ל").fill(email);
  await phone.getByLabel("סיסמה", { exact: true }).fill(password);
  await phone.keyboard.press("Enter");
  await expect(phone.getByRole("heading", { level: 1 })).toContainText("שי");

  await open(page, "/settings/sessions");
  const row = page.getByRole("listitem").filter({ hasText: "iOS" });
  const sessions = await row.count();
  await row.first().getByRole("button", { name: "ניתוק: Safari ב־iOS" }).click();
  await expect(row).toHaveCount(sessions - 1);
  await open(phone, "/calls");
  await expect(phone).toHaveURL(/\/login$/);
  await elsewhere.close();
});

test.describe("the staff", () => {
  test.use({ as: "staff" });
  test("reads the settings, and is told who may change them", async ({ page }) => {
    await open(page, "/settings/persona");
    await expect(page.getByText("לשנות אותן יכולים הבעלים של העסק")).toBeVisible();
    await expect(page.getByLabel("שם העסק")).toHaveAttribute("readonly", "");
    await expect(page.getByRole("button", { name: "שמירה" })).toHaveCount(0);
  });
});
