import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";

test("the page is Hebrew, right to left, and says that it is a demonstration", async ({ page }) => {
  await open(page, "/");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("lang", "he");
  await expect(html).toHaveAttribute("dir", "rtl");
  await expect(page.getByText("מצב הדגמה").first()).toBeVisible();
  const nav = await page.getByRole("navigation", { name: "ניווט ראשי" }).first().boundingBox();
  expect(nav?.x).toBeGreaterThan((page.viewportSize()?.width ?? 0) / 2);
});

test("numbers read from left to right, and words in their own direction", async ({ page }) => {
  await open(page, "/calls");
  const phone = page.locator("tbody bdi[dir=ltr]").filter({ hasText: /^0\d/ }).first();
  await expect(phone).toHaveText(/^0\d{1,2}-\d{3}-\d{4}$/);
  const words = page
    .locator("tbody bdi[dir=auto]")
    .filter({ hasText: /[א-ת]{3}/ })
    .first();
  await expect(words).toBeVisible();
  expect(await phone.evaluate((node) => getComputedStyle(node).direction)).toBe("ltr");
});

test("everything is reached by keyboard", async ({ page }) => {
  await open(page, "/");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "דילוג לתוכן" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();

  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.type("משימות");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/tasks$/);

  await page.keyboard.press("Control+k");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
});

test("the search of Ctrl-K finds a call by its words", async ({ page }) => {
  await open(page, "/tasks");
  await page.keyboard.press("Control+k");
  await page.keyboard.type("הכרמל");
  await expect(page.getByRole("dialog").getByText("שיחות", { exact: true })).toBeVisible();
  await expect(page.getByRole("option", { name: "בית" })).toHaveCount(0);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/calls\//);
});

test("the theme and the language are kept, without a flash", async ({ page }) => {
  await open(page, "/tasks");
  await page.getByRole("button", { name: /התפריט של/ }).click();
  await page.getByRole("menuitemradio", { name: "כהה" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.keyboard.press("Escape");
  const html = await (await page.request.get("/tasks")).text();
  expect(html).toContain('data-theme="dark"');

  await page.getByRole("button", { name: /התפריט של/ }).click();
  await page.getByRole("menuitemradio", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("dir", "ltr");
  await expect(page.getByRole("heading", { name: "Tasks", level: 1 })).toBeVisible();
});

test("a page that is not there says so, with the status 404", async ({ page }) => {
  const answer = await page.goto("/no-such-page");
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "הדף לא נמצא" })).toBeAttached();
  const call = await page.goto("/calls/00000000-0000-7000-8000-000000000000");
  expect(call?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "השיחה לא נמצאה" })).toBeAttached();
});

test("pages run no script but their own", async ({ page }) => {
  const policy = (await page.goto("/"))?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[0-9a-f]+' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 } });
  const paths = ["persona", "pronunciation", "calls", "hours", "numbers"].map((section) => `/settings/${section}`);
  for (const path of ["/", "/calls", "/tasks", ...paths]) {
    test(`${path} fits, with its actions under the thumb`, async ({ page }) => {
      await open(page, path);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBeLessThanOrEqual(0);
      await expect(
        page.getByRole("navigation", { name: "ניווט ראשי" }).getByRole("link", { name: /שיחות/ }),
      ).toBeInViewport();
    });
  }

  test("the pages that have no place of their own are one touch further", async ({ page }) => {
    await open(page, "/");
    await page.getByRole("button", { name: /^עוד/ }).click();
    await page.getByRole("menuitem", { name: "הזמנות" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "הזמנות" })).toBeVisible();
  });
});
