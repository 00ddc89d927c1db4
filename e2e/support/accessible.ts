import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21aa"];

/** WCAG 2.1 AA, as far as a machine can see. */
export async function seesNothingWrong(page: Page, rules = RULES): Promise<void> {
  await settle(page);
  const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
  const found = violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map((node) => `${node.target} ${node.failureSummary}`),
  }));
  expect(found).toEqual([]);
}

/** What is still fading in has not its colour yet. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((one) => one.effect?.getComputedTiming().iterations !== Infinity)
        // One that is cut off by a new state of the page is over, too.
        .map((one) => one.finished.catch(() => null)),
    ),
  );
}
