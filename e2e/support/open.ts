import type { Page } from "@playwright/test";

/** Goes to a page and waits until it listens: what is typed before that, nobody hears. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await listening(page);
}

/** Waits until React has taken over everything that can be used on the page, and its effects have run. */
export async function listening(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    // React's marks of what has not come yet, or has come and is not shown: nothing of that is on the page to be asked.
    const marks = document.createNodeIterator(document.body, NodeFilter.SHOW_COMMENT);
    for (let mark = marks.nextNode(); mark; mark = marks.nextNode())
      if (mark.nodeValue === "$?" || mark.nodeValue === "$~") return false;
    const usable = [...document.querySelectorAll(":is(main, header) :is(a, button, input, select, textarea), nav a")];
    return usable.length > 0 && usable.every((one) => Object.keys(one).some((key) => key.startsWith("__reactProps$")));
  });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}
