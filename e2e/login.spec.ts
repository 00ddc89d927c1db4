import { demoLogin, expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";

test.use({ as: null });

test("whoever is not logged in is sent to the login page, which says that this is a demonstration", async ({
  page,
}) => {
  await open(page, "/calls");
  await expect(page).toHaveURL(/\/login$/);
  await expect(page.getByText("מצב הדגמה")).toBeVisible();
});

test("the right password leads home, and signing out ends it", async ({ page }) => {
  const { email, password } = demoLogin("staff");
  await open(page, "/login");
  await page.getByLabel("דוא״ל").fill(email);
  await page.getByLabel("סיסמה", { exact: true }).fill(password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("דנה");
  await listening(page);

  await page.getByRole("button", { name: /התפריט של/ }).click();
  await page.getByRole("menuitem", { name: "יציאה" }).click();
  await expect(page.getByText("יצאתם מהחשבון")).toBeVisible();
  await open(page, "/");
  await expect(page).toHaveURL(/\/login$/);
});

test("a wrong password is refused without saying what was wrong", async ({ page }) => {
  await open(page, "/login");
  await page.getByLabel("דוא״ל").fill(demoLogin("owner").email);
  await page.getByLabel("סיסמה", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "כניסה", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "הדוא״ל או הסיסמה אינם נכונים" })).toBeVisible();
  await expect(page).toHaveURL(/\/login/);
});

test("an empty form says what is missing", async ({ page }) => {
  await open(page, "/login");
  await page.getByRole("button", { name: "כניסה", exact: true }).click();
  await expect(page.getByText("צריך למלא דוא״ל וסיסמה")).toBeVisible();
});

test("after five wrong passwords the form says to wait", async ({ page }) => {
  await open(page, "/login");
  await page.getByLabel("דוא״ל").fill(`nobody-${Date.now()}@moked.example`);
  await page.getByLabel("סיסמה", { exact: true }).fill("guess");
  for (let attempt = 0; attempt < 5; attempt++) {
    const answered = page.waitForResponse(/callback\/credentials/);
    await page.getByRole("button", { name: "כניסה", exact: true }).click();
    await answered;
    await expect(page.getByRole("button", { name: "כניסה", exact: true })).toBeVisible();
  }
  await page.getByRole("button", { name: "כניסה", exact: true }).click();
  await expect(page.getByText("היו יותר מדי ניסיונות")).toBeVisible();
});

test("the password can be shown, and forgetting it leads to a link by mail", async ({ page }) => {
  await open(page, "/login");
  const password = page.getByLabel("סיסמה", { exact: true });
  await password.fill("secret");
  await page.getByRole("button", { name: "הצגת הסיסמה" }).click();
  await expect(password).toHaveAttribute("type", "text");

  await page.getByRole("link", { name: "שכחתי את הסיסמה" }).click();
  await page.getByLabel("דוא״ל").fill("not an address");
  await page.getByRole("button", { name: "לשלוח קישור" }).click();
  await expect(page.getByText("כתובת הדוא״ל אינה תקינה")).toBeVisible();
  await page.getByLabel("דוא״ל").fill("somebody@moked.example");
  await page.getByRole("button", { name: "לשלוח קישור" }).click();
  await expect(page.getByRole("heading", { name: "הקישור בדרך" })).toBeVisible();
});

test("a reset link that was cut off says so", async ({ page }) => {
  await open(page, "/reset");
  await expect(page.getByText("הקישור חסר או נחתך")).toBeVisible();
  await open(page, "/reset?token=0123456789012345678901234567890123456789");
  await page.getByLabel("סיסמה חדשה").fill("short");
  await page.getByRole("button", { name: "להחליף סיסמה" }).click();
  await expect(page.getByText("לפחות 10 תווים").last()).toBeVisible();
});
