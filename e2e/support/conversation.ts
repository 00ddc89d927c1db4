/** A conversation in the inbox, and what stands on its page. */
import { expect, type Page } from "@playwright/test";
import { listening, open } from "./open.ts";
import { Person } from "./phone.ts";

/** Somebody writes, and their conversation is opened. */
export async function opened(page: Page, name: string, body = "שלום"): Promise<Person> {
  const person = new Person(name);
  await person.writes(body);
  await open(page, "/inbox");
  // The newest stands first: a second try finds the first one, too.
  await page
    .getByRole("link", { name: new RegExp(name) })
    .first()
    .click();
  await expect(threadOf(page).getByText(body, { exact: true })).toBeVisible();
  await listening(page);
  return person;
}

export const threadOf = (page: Page) => page.getByRole("region", { name: "ההתכתבות" });
export const wordsOf = (page: Page) => page.getByRole("textbox", { name: "הודעה ללקוח" });
