import type { Page } from "@playwright/test";
import { z } from "zod";
import { newcomer } from "../scripts/admin/newcomer.ts";
import { readRunning } from "../scripts/supervisor/running.ts";
import { expect, test } from "./support/login.ts";
import { listening, open } from "./support/open.ts";

test.use({ as: null });

test("a forgotten password is chosen anew by a link that works once", async ({ page }) => {
  const { email, password } = newcomer();
  await open(page, "/forgot");
  await page.getByLabel("דוא״ל").fill(email);
  await page.locator('button[type="submit"]').click();
  const link = await mailedLink(email);

  await choosePassword(page, link, `${password} חדשה`);
  await expect(page).toHaveURL(/\/login/);
  await listening(page);
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(`${password} חדשה`);
  await page.locator('button[type="submit"]').click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).toHaveURL(/\/$/);

  await choosePassword(page, link, "ניסיון נוסף 1234");
  await expect(page.getByText(/כבר נוצל/)).toBeVisible();
});

async function choosePassword(page: Page, link: string, password: string): Promise<void> {
  await open(page, link);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('input[name="again"]').fill(password);
  await page.locator('button[type="submit"]').click();
}

/** The link in the newest letter to this address, as the mailbox of the simulation shows it. */
async function mailedLink(to: string): Promise<string> {
  const { simulation, publicUrl } = readRunning();
  const door = new URL(`/_sim/mail?to=${encodeURIComponent(to)}`, simulation?.urls.mailbox);
  let link: string | undefined;
  await expect
    .poll(async () => {
      const { items } = z
        .object({ items: z.array(z.looseObject({ text: z.string() })) })
        .parse(await (await fetch(door)).json());
      link = /https?:\/\/\S+\/reset\?token=\S+/.exec(items.at(-1)?.text ?? "")?.[0];
      return link;
    })
    .toBeTruthy();
  expect(link?.startsWith(publicUrl)).toBe(true);
  return link ?? "";
}
