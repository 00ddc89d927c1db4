import type { Locator, Page } from "@playwright/test";
import { seesNothingWrong } from "./support/accessible.ts";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";
import { Person } from "./support/phone.ts";

/** The smallest picture there is. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

async function fillIn(dialog: Locator, name: string, price: string, stock: string) {
  await dialog.getByLabel("שם", { exact: true }).fill(name);
  await dialog.getByLabel(/^מחיר/).fill(price);
  await dialog.getByLabel("מלאי").fill(stock);
  await dialog.getByRole("button", { name: "שמירה" }).click();
  await expect(dialog).toBeHidden();
}

async function removeProduct(page: Page, name: string) {
  await open(page, "/products");
  await page
    .getByRole("row", { name })
    .getByRole("button", { name: /להסיר את/ })
    .click();
  await page.getByRole("alertdialog").getByRole("button", { name: "הסרה" }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);
}

test("a product is added with a picture and options, hidden and shown, found, changed and removed", async ({
  page,
}) => {
  const name = `עוגת גבינה ${Date.now()}`;
  await open(page, "/products");
  await page.getByRole("button", { name: "מוצר חדש" }).click();
  const dialog = page.getByRole("dialog", { name: "מוצר חדש" });
  await dialog.getByRole("button", { name: "שמירה" }).click();
  await expect(dialog.getByText("חסר שם")).toBeVisible();
  await expect(dialog.getByText("המחיר צריך להיות מספר")).toBeVisible();

  await dialog
    .getByLabel("תמונה")
    .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer: Buffer.from("שלום") });
  await expect(dialog.getByText("אפשר לצרף רק תמונה")).toBeVisible();
  await dialog.getByLabel("תמונה").setInputFiles({ name: "cake.png", mimeType: "image/png", buffer: PICTURE });
  await expect(dialog.getByRole("button", { name: "הסרת התמונה" })).toBeVisible();
  await dialog.getByRole("button", { name: "אפשרות לבחירה" }).click();
  await dialog.getByLabel("שם האפשרות").fill("גודל");
  await dialog.getByLabel("בחירה 1 של גודל", { exact: true }).fill("קטנה");
  await dialog.getByLabel("בחירה 2 של גודל", { exact: true }).fill("גדולה");
  await dialog.getByLabel("תוספת למחיר של בחירה 2 של גודל").fill("12.5");
  await fillIn(dialog, name, "89.9", "4");

  const row = page.getByRole("row", { name });
  await expect(row.getByText("89.90 ₪")).toBeVisible();
  await expect(row.getByText("קטנה / גדולה")).toBeVisible();
  await expect(row.getByRole("img", { name })).toBeVisible();

  await row.getByRole("switch", { name: /להציג ללקוחות/ }).click();
  await expect(row.getByRole("switch")).not.toBeChecked();
  await page.getByRole("combobox", { name: "מוצג" }).selectOption("מוסתר");
  await expect(page).toHaveURL(/available=false/);
  await expect(row).toBeVisible();
  await page.getByRole("searchbox").fill("אין דבר כזה");
  await expect(page.getByText("לא נמצאו מוצרים")).toBeVisible();
  await page.getByRole("button", { name: "ניקוי הסינון" }).click();

  // Somebody else sells of it meanwhile: what was on the screen does not bring it back.
  await row.getByRole("button", { name: /עריכה/ }).click();
  const edit = page.getByRole("dialog", { name: /עריכה/ });
  await expect(edit.getByLabel("תוספת למחיר של בחירה 2 של גודל")).toHaveValue("12.5");
  const [found] = (await (await page.request.get(`/api/crm/products?q=${encodeURIComponent(name)}`)).json()).items;
  const headers = { Origin: new URL(page.url()).origin };
  await page.request.patch(`/api/crm/products/${found.id}`, { data: { stock: 37 }, headers });
  await edit.getByLabel("תיאור").fill("אפויה הבוקר");
  await edit.getByRole("button", { name: "שמירה" }).click();
  await expect(edit).toBeHidden();
  await expect(row.getByText("אפויה הבוקר")).toBeVisible();
  await expect(row.getByRole("cell", { name: "37", exact: true })).toBeVisible();
  await seesNothingWrong(page);
  await removeProduct(page, name);
});

test("what a customer orders by message appears, is taken further, told of, printed and cancelled", async ({
  page,
}) => {
  const product = `חבילת תמרים ${Date.now()}`;
  await open(page, "/products");
  await page.getByRole("button", { name: "מוצר חדש" }).click();
  await fillIn(page.getByRole("dialog"), product, "39.9", "12");
  const row = page.getByRole("row", { name: product });
  await expect(row.getByText("39.90 ₪")).toBeVisible();
  const number = (await row.getByRole("cell").first().textContent()) ?? "";

  const dan = new Person("דן המזמין");
  for (const [said, answer] of [
    ["hi", "Products"],
    ["1", product],
    [`${number} x 10`, "Total: 399 ₪"],
    ["place order", "To pay: 399 ₪"],
  ] as const) {
    await dan.writes(said);
    await dan.reads(answer);
  }
  await open(page, "/orders?status=new");
  await dan.writes("yes");
  await dan.reads("Order number");
  // By itself, while somebody looks.
  const order = page.getByRole("row", { name: product });
  await expect(order.getByText("דן המזמין")).toBeVisible();
  await expect(page.getByRole("navigation", { name: "ניווט ראשי" }).getByText(/הזמנ(ה|ות) חדש/)).toBeAttached();
  await open(page, "/");
  await expect(page.getByRole("region", { name: "הזמנות חדשות" }).getByText(product)).toBeVisible();

  await open(page, `/orders?q=${encodeURIComponent(product)}`);
  await order.getByRole("link").click();
  await expect(page.getByText("איסוף עצמי")).toBeVisible();
  await page.getByRole("button", { name: "לאשר את ההזמנה" }).click();
  await dan.reads("is confirmed");
  const history = page.getByRole("list", { name: "מה קרה עד עכשיו" });
  await expect(history.getByRole("listitem").first()).toContainText("אושרה");
  await expect(history.getByText("ההודעה ללקוח נקראה")).toBeVisible({ timeout: 15_000 });
  await seesNothingWrong(page);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { name: /הזמנה \d+/ })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "ניווט ראשי" }).first()).toBeHidden();
  await expect(page.getByRole("button", { name: "הדפסה" })).toBeHidden();
  await page.emulateMedia({ media: "screen" });

  await page.getByRole("button", { name: "עוד פעולות" }).click();
  await page.getByRole("menuitem", { name: "לבטל את ההזמנה" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "לבטל את ההזמנה" }).click();
  await dan.reads("was cancelled");
  await expect(page.getByRole("button", { name: "עוד פעולות" })).toHaveCount(0);
  await open(page, "/products");
  await expect(row.getByRole("cell", { name: "12", exact: true })).toBeVisible();
  await removeProduct(page, product);
});

test("a delivery costs what the settings say, or there is none", async ({ page }) => {
  await open(page, "/settings/ordering");
  const price = `${10 + (Date.now() % 80)}.9`;
  await page.getByRole("switch", { name: "משלוח עד הבית" }).setChecked(true);
  await page.getByLabel("מחיר המשלוח (₪)").fill(price);
  await page.getByRole("button", { name: "שמירה" }).click();
  await expect(page.getByText("נשמר")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("מחיר המשלוח (₪)")).toHaveValue(price);
  await open(page, "/settings/ordering");
  await page.getByRole("switch", { name: "משלוח עד הבית" }).click();
  await page.getByRole("button", { name: "שמירה" }).click();
  await expect(page.getByLabel("מחיר המשלוח (₪)")).toHaveCount(0);
});

test("on a phone, orders and products are cards", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  for (const path of ["/orders", "/products"]) {
    await open(page, path);
    await expect(page.getByRole("table")).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  }
});

test.describe("somebody who only looks", () => {
  test.use({ as: "viewer" });
  test("reads products and orders, and finds nothing to change", async ({ page }) => {
    await open(page, "/products");
    await expect(page.getByText("לשנות אותם יכולים אנשי הצוות")).toBeVisible();
    await expect(page.getByRole("button", { name: "מוצר חדש" })).toHaveCount(0);
    await open(page, "/orders");
    await page.getByRole("row").nth(1).getByRole("link").click();
    await expect(page.getByRole("button", { name: "הדפסה" })).toBeVisible();
    await expect(page.getByRole("button", { name: "עוד פעולות" })).toHaveCount(0);
  });
});
