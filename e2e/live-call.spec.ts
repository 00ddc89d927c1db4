import { ringing } from "../scripts/call/phone.ts";
import { scenarios } from "../scripts/call/scenarios/index.ts";
import { readRunning } from "../scripts/supervisor/running.ts";
import { expect, test } from "./support/login.ts";
import { open } from "./support/open.ts";

type Script = Parameters<typeof ringing>[1]["script"];
const calls: Promise<unknown>[] = [];

/** The phone rings: a real call through signed webhooks and the media stream of the running product. */
async function ring(script: Script | undefined, from: string) {
  const { simulation } = readRunning();
  if (!simulation || !script) throw new Error("there is no simulation to ring");
  const call = await ringing(simulation.urls.phone, { from, to: simulation.business_number, script });
  calls.push(call.ended);
  return call;
}

const scriptOf = (scenario: string) => scenarios.find(({ name }) => name === scenario)?.script;

// Nobody is on the line any more when the next test looks, or the second try.
test.afterEach(() => Promise.allSettled(calls.splice(0)));

test("a call is watched while it goes on: who is on the line, each turn as it is said, what was not heard", async ({
  page,
}) => {
  await open(page, "/");
  const call = await ring(scriptOf("interrupting"), "+972527654321");
  const live = page.getByRole("region", { name: "עכשיו על הקו" });
  await expect(live.getByText("רותי לוין")).toBeVisible();

  await live.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}$/);
  await page.evaluate(() => {
    document.documentElement.dataset.sameDocument = "yes";
  });
  await expect(page.getByText("היי, אני רוצה לקנות דירה.")).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("del").first()).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("לא לא, אני רוצה לשכור, לא לקנות.")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("נפרדו לשלום").first()).toBeVisible({ timeout: 40_000 });
  await call.ended;
  expect(await page.evaluate(() => document.documentElement.dataset.sameDocument), "without a reload").toBe("yes");
});

test("what was said while the browser was offline is there when it is back", async ({ page, context }) => {
  const call = await ring(scriptOf("hangs-up"), "+972541112233");
  await open(page, "/calls?status=live");
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}$/);
  await context.setOffline(true);
  await call.ended;
  await context.setOffline(false);
  await expect(page.getByText("שלום, אני מחפש דירה להשכרה.")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText("אנחנו מחפשים ברמת")).toBeVisible();
});

test("who is silent is not said to speak", async ({ page }) => {
  await open(page, "/calls?status=live");
  const call = await ring([{ do: "wait_agent" }, { do: "wait", ms: 12_000 }, { do: "hangup" }], "+972541112244");
  let over = false;
  void call.ended.then(() => {
    over = true;
  });
  await page.locator("tbody a").first().click();
  await expect(page).toHaveURL(/\/calls\/[0-9a-f-]{36}$/);
  await expect(page.locator("main").getByText("שי דירות").first()).toBeVisible();
  await expect(page.getByText("מוקד מדבר עכשיו")).toBeHidden({ timeout: 15_000 });
  expect(over, "the call goes on meanwhile").toBe(false);
});
