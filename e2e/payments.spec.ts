import type { Browser, Page } from "@playwright/test";
import { TEST_CARDS } from "#simulators/tranzila/means.ts";
import { seesNothingWrong } from "./support/accessible.ts";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";
import { Person } from "./support/phone.ts";

const [APPROVED] = TEST_CARDS.approved;
const [REFUSED] = TEST_CARDS.refused;

async function addProduct(page: Page, name: string): Promise<string> {
  const headers = { Origin: new URL(page.url()).origin };
  const made = await page.request.post("/api/crm/products", { data: { name, price: 45 }, headers });
  expect(made.status()).toBe(201);
  return String((await made.json()).number);
}

/** A customer's own phone, which nobody is logged in on. */
async function phoneOf(browser: Browser): Promise<Page> {
  const storageState = { cookies: [], origins: [] };
  return (await browser.newContext({ storageState, viewport: { width: 390, height: 800 } })).newPage();
}

async function paysWith(phone: Page, card: string) {
  await phone.getByLabel("מספר כרטיס").fill(card);
  await phone.getByLabel(/תוקף/).fill("1240");
  await phone.getByLabel(/3 ספרות/).fill("123");
  await phone.getByRole("button", { name: "לתשלום", exact: true }).click();
}

test("a customer pays for an order by the link that came with it, and the staff see it at once", async ({
  page,
  browser,
}) => {
  await open(page, "/orders");
  const product = `חבילת קפה ${Date.now()}`;
  const number = await addProduct(page, product);
  const gili = new Person("גילי המשלמת");
  for (const [said, answer] of [
    [`${number} x 2`, "90 ₪"],
    ["לבצע הזמנה", "לתשלום: 90 ₪"],
  ] as const) {
    await gili.writes(said);
    await gili.reads(answer);
  }
  await gili.writes("כן");
  const link = await gili.linkIn("לתשלום מאובטח");
  await open(page, `/orders?q=${encodeURIComponent(product)}`);
  const row = page.getByRole("row", { name: product });
  await expect(row.getByText("ממתין לתשלום")).toBeVisible();
  await row.getByRole("link").click();
  await expect(page.getByText(link)).toBeVisible();
  await seesNothingWrong(page);

  const phone = await phoneOf(browser);
  await open(phone, link);
  await expect(phone.getByRole("heading", { name: "שי דירות ומשרדים בע״מ" })).toBeVisible();
  await expect(phone.getByText("90 ₪")).toBeVisible();
  await seesNothingWrong(phone);
  await phone.getByRole("button", { name: "לתשלום בכרטיס או בביט" }).click();
  await paysWith(phone, REFUSED);
  await expect(phone.getByText("התשלום לא הושלם. אפשר לנסות שוב.")).toBeVisible();
  await phone.getByRole("button", { name: "לתשלום בכרטיס או בביט" }).click();
  await paysWith(phone, APPROVED);
  await expect(phone.getByText("התשלום התקבל. תודה רבה.")).toBeVisible({ timeout: 15_000 });
  await gili.reads("התקבל: 90 ₪");
  // By itself, while somebody looks.
  await expect(page.getByText("שולם", { exact: true })).toBeVisible();
  await phone.goto(`${link.slice(0, -4)}0000`);
  await expect(phone.getByRole("heading", { name: "הקישור לתשלום לא נמצא" })).toBeAttached();
  await phone.context().close();
});

/** Gives the link that comes with the order. */
async function ordersInEnglish(page: Page, person: Person): Promise<string> {
  const number = await addProduct(page, `Coffee ${Date.now()}`);
  for (const [said, answer] of [
    [`${number} x 1`, "45 ₪"],
    ["place order", "To pay: 45 ₪"],
  ] as const) {
    await person.writes(said);
    await person.reads(answer);
  }
  await person.writes("yes");
  return person.linkIn("To pay securely");
}

test("with Tranzila switched off the link is PayPal's; in the language in which it was ordered", async ({
  page,
  browser,
}) => {
  await open(page, "/settings/payments");
  const tranzila = page.getByRole("region", { name: "טרנזילה" });
  await tranzila.getByRole("switch").setChecked(false);
  await expect(tranzila.getByText("כבוי")).toBeVisible();
  const dan = new Person("Dan who pays");
  const link = await ordersInEnglish(page, dan).finally(async () => {
    await tranzila.getByRole("switch").setChecked(true);
    await expect(tranzila.getByText("מחובר", { exact: true })).toBeVisible();
  });

  const phone = await phoneOf(browser);
  await open(phone, link);
  await phone.getByRole("button", { name: "Pay with PayPal" }).click();
  await phone.getByRole("button", { name: "ביטול" }).click();
  await expect(phone.getByText("The payment was not completed")).toBeVisible();
  await phone.getByRole("button", { name: "Pay with PayPal" }).click();
  await phone.getByRole("button", { name: "אישור התשלום" }).click();
  await expect(phone.getByText("Your payment has arrived. Thank you.")).toBeVisible({ timeout: 15_000 });
  await dan.reads("has arrived: 45 ₪");
  await phone.context().close();
});

test("keys that the provider does not know are not kept", async ({ page }) => {
  await open(page, "/settings/payments");
  const paypal = page.getByRole("region", { name: "PayPal" });
  await paypal.getByRole("button", { name: "להחליף את המפתחות" }).click();
  await paypal.getByRole("button", { name: "בדיקה ושמירה" }).click();
  await expect(paypal.getByText("חסר Client ID")).toBeVisible();
  for (const label of ["Client ID", "Secret", "Webhook ID"]) await paypal.getByLabel(label).fill("wrong");
  await paypal.getByRole("button", { name: "בדיקה ושמירה" }).click();
  await expect(paypal.getByText("PayPal לא מכיר את המפתחות")).toBeVisible();
  await seesNothingWrong(page);
  await paypal.getByRole("button", { name: "להשאיר את הקיימים" }).click();
  await expect(paypal.getByText("מחובר", { exact: true })).toBeVisible();
});

test.describe("somebody of the staff", () => {
  test.use({ as: "staff" });
  test("sees how the business is paid, and changes nothing of it", async ({ page }) => {
    await open(page, "/settings/payments");
    await expect(page.getByRole("region", { name: "טרנזילה" }).getByRole("switch")).toBeDisabled();
    await expect(page.getByRole("button", { name: "להחליף את המפתחות" })).toHaveCount(0);
  });
});
