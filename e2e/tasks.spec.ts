import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";

test("a task is added, done with one click, brought back, and found among the done ones", async ({ page }) => {
  const title = `לבדוק מפתחות ${Date.now()}`;
  await open(page, "/tasks");
  await page.getByRole("button", { name: "להוסיף" }).click();
  await expect(page.getByText("חסרה כותרת")).toBeVisible();

  await page.getByRole("textbox", { name: "משימה חדשה" }).fill(title);
  await page.keyboard.press("Enter");
  const task = page.getByRole("listitem").filter({ hasText: title });
  await expect(task).toBeVisible();

  await task.getByRole("button", { name: /לסמן שטופלה/ }).click();
  await expect(task).toHaveCount(0);
  await page.getByRole("button", { name: "ביטול", exact: true }).click();
  await expect(task).toBeVisible();

  await task.getByRole("button", { name: /לסמן שטופלה/ }).click();
  await expect(task).toHaveCount(0);
  await page.getByRole("link", { name: "שטופלו" }).click();
  await expect(task).toBeVisible();
});

test("a task of a call leads to the call", async ({ page }) => {
  await open(page, "/tasks");
  await page.getByRole("link", { name: "לשיחה" }).first().click();
  await expect(page.getByRole("heading", { name: "משימות מהשיחה" })).toBeVisible();
});

test("a task's title is put right where it stands, by keyboard, and a wrong one is refused in Hebrew", async ({
  page,
}) => {
  const title = `לבדוק מנעול ${Date.now()}`;
  await open(page, "/tasks");
  await page.getByRole("textbox", { name: "משימה חדשה" }).fill(title);
  await page.keyboard.press("Enter");
  const pencil = page.getByRole("button", { name: new RegExp(`לערוך: .*${title}`) });
  const field = page.getByRole("textbox", { name: /כותרת המשימה/ });
  await pencil.focus();
  await page.keyboard.press("Enter");
  await expect(field).toBeFocused();
  await field.fill("לא זה");
  await page.keyboard.press("Escape");
  await expect(pencil).toBeFocused();
  await expect(page.getByText(title, { exact: true })).toBeVisible();

  await page.keyboard.press("Enter");
  await field.fill(" ");
  await page.keyboard.press("Enter");
  await expect(page.getByText("חסרה כותרת")).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill("א".repeat(201));
  await page.keyboard.press("Enter");
  await expect(page.getByText("הכותרת ארוכה מדי")).toBeVisible();
  await field.fill(`${title} בדלת`);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: new RegExp(`לערוך: .*${title} בדלת`) })).toBeFocused();
  await page.reload();
  await expect(page.getByText(`${title} בדלת`, { exact: true })).toBeVisible();
});

test("a task's title is put right on the page of its call, too", async ({ page }) => {
  await open(page, "/calls?sort=-score&minScore=1&q=שלושה חדרים");
  await page.locator("tbody a").first().click();
  const tasks = page.getByRole("region", { name: "משימות מהשיחה" });
  const before = (await tasks.getByRole("link").first().textContent()) ?? "";
  const rename = async (title: string) => {
    await tasks.getByRole("button", { name: /לערוך/ }).first().click();
    await tasks.getByRole("textbox").fill(title);
    await page.keyboard.press("Enter");
    await expect(tasks.getByRole("link", { name: title, exact: true })).toBeVisible();
  };
  await rename(`דירה עם מעלית ${Date.now()}`);
  await rename(before);
});

test("what somebody else adds appears without a reload", async ({ page }) => {
  const hello = new Promise<void>((heard) => {
    page.on("websocket", (socket) => {
      socket.on("framereceived", ({ payload }) => (String(payload).includes('"hello"') ? heard() : undefined));
    });
  });
  await open(page, "/tasks");
  await hello;
  const title = `מהצוות ${Date.now()}`;
  const added = await page.request.post("/api/crm/tasks", {
    data: { title },
    headers: { Origin: new URL(page.url()).origin },
  });
  expect(added.status()).toBe(201);
  await expect(page.getByText(title)).toBeVisible();
});

test.describe("somebody who only looks", () => {
  test.use({ as: "viewer" });
  test("reads, and is told why there is nothing to click", async ({ page }) => {
    await open(page, "/tasks");
    await expect(page.getByText("צריך הרשאה של צוות")).toBeVisible();
    await expect(page.getByRole("button", { name: "להוסיף" })).toHaveCount(0);
    await expect(page.getByRole("button", { name: /לערוך/ })).toHaveCount(0);
  });
});
