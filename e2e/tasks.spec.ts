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
  });
});
