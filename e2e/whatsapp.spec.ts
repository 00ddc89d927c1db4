import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { z } from "zod";
import { newcomer } from "../scripts/admin/newcomer.ts";
import { expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";
import { WebPhone } from "./support/paired-phone.ts";

test.use({ as: null });
// A business of its own is made, and a phone paired: on a busy machine that takes its time.
test.setTimeout(120_000);

const number = () => `+97255${randomInt(1_000_000, 9_999_999)}`;
const shown = z.object({ qr: z.string().nullable(), pairing_code: z.string().nullable() });

/** The owner of a business that nobody knows yet looks at its WhatsApp, and wants to use a phone. */
async function ownPhone(page: Page): Promise<void> {
  const { email, password } = newcomer();
  await open(page, "/login");
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await expect(page).toHaveURL(/\/$/);
  await open(page, "/settings/whatsapp");
  await page.getByLabel("הטלפון של העסק").check();
  await expect(page.getByRole("status").filter({ hasText: "מנותק" })).toBeVisible();
}

/** Tries the other way, and comes back to the phone. */
async function toTwilioAndBack(page: Page): Promise<void> {
  await page.getByLabel("מספר עסקי דרך Twilio").check();
  await expect(page.getByRole("heading", { name: "הטלפון המצומד" })).toHaveCount(0);
  await page.getByLabel("הטלפון של העסק").check();
  await expect(page.getByRole("heading", { name: "הטלפון המצומד" })).toBeVisible();
}

/** What a camera would read off the page, or eyes. */
async function onScreen(page: Page): Promise<z.infer<typeof shown>> {
  return shown.parse(await (await page.request.get("/api/settings/whatsapp")).json());
}

test("a phone is paired by its camera, and who writes to it is answered", async ({ page }) => {
  const phone = new WebPhone(number());
  const customer = new WebPhone(number());
  await ownPhone(page);
  await page.getByRole("button", { name: "לחבר את הטלפון" }).click();
  await expect(page.getByRole("img", { name: "קוד לסריקה בטלפון" })).toBeVisible();
  await phone.scans((await onScreen(page)).qr ?? "");
  await expect(page.getByRole("status").filter({ hasText: "מחובר" })).toBeVisible({ timeout: 20_000 });

  await customer.writes(phone, "היי, יש לכם דירה להשכרה?");
  const answer = await customer.hears(phone);
  expect(answer).toMatch(/[א-ת]/);
  await open(page, "/inbox");
  await expect(page.getByText(answer.slice(0, 20)).first()).toBeVisible();

  await open(page, "/settings/whatsapp");
  const connected = page.getByRole("status").filter({ hasText: "מחובר" });
  await toTwilioAndBack(page);
  await expect(connected).toBeVisible({ timeout: 20_000 });
  await phone.isTakenOver();
  await expect(page.getByText("החיבור נלקח על ידי תוכנה אחרת")).toBeVisible();
  await toTwilioAndBack(page);
  await expect(page.getByText("החיבור נלקח על ידי תוכנה אחרת")).toBeVisible();
  await page.getByRole("button", { name: "לחבר את הטלפון" }).click();
  await expect(connected).toBeVisible({ timeout: 20_000 });

  await page.getByRole("button", { name: "לנתק" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "לנתק" }).click();
  await expect(page.getByRole("status").filter({ hasText: "מנותק" })).toBeVisible();
});

test("who gives up pairing by camera is asked nothing; a phone is paired by a code that is typed into it", async ({
  page,
}) => {
  const phone = new WebPhone(number());
  await ownPhone(page);
  await page.getByRole("button", { name: "לחבר את הטלפון" }).click();
  await expect(page.getByRole("img", { name: "קוד לסריקה בטלפון" })).toBeVisible();
  await page.getByRole("button", { name: "לבטל את הצימוד" }).click();
  await expect(page.getByRole("status").filter({ hasText: "מנותק" })).toBeVisible();
  await page.getByLabel("צימוד בלי מצלמה").fill(phone.number);
  await page.getByRole("button", { name: "לקבל קוד" }).click();
  await expect(page.getByText(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/)).toBeVisible();
  await phone.types((await onScreen(page)).pairing_code ?? "");
  await expect(page.getByRole("status").filter({ hasText: "מחובר" })).toBeVisible({ timeout: 20_000 });
  await listening(page);
});
