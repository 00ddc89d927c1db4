/** A conversation in the inbox, and what stands on its page. */
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { listening, open } from "./open.ts";
import { Person } from "./phone.ts";

const conversations = z.object({ items: z.array(z.object({ id: z.uuid() })) });

/** Somebody writes, and their conversation is opened. */
export async function opened(page: Page, name: string, body = "שלום"): Promise<Person> {
  const person = new Person(name);
  await person.writes(body);
  // A first try may have left one by the same name.
  const listed = async () => {
    const answer = await page.request.get(`/api/crm/conversations?q=${encodeURIComponent(person.phone)}`);
    return conversations.parse(await answer.json()).items.map(({ id }) => id);
  };
  await expect.poll(listed).toHaveLength(1);
  await open(page, "/inbox");
  await page
    .getByRole("link", { name: new RegExp(name) })
    .and(page.locator(`[href*="${await listed()}"]`))
    .click();
  await expect(threadOf(page).getByText(body, { exact: true })).toBeVisible();
  await listening(page);
  return person;
}

export const threadOf = (page: Page) => page.getByRole("region", { name: "ההתכתבות" });
export const wordsOf = (page: Page) => page.getByRole("textbox", { name: "הודעה ללקוח" });
