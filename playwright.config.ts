import { defineConfig } from "@playwright/test";

/** `npm test` names the product and the browser; by hand it is the product of `npm start` and Debian's Chromium. */
export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results",
  timeout: 45_000,
  expect: { timeout: 10_000 },
  fullyParallel: false,
  workers: 1,
  // Browser, product and database share two cores: one stall is no defect. What needed its second try is printed.
  retries: 1,
  globalTimeout: 1_500_000,
  forbidOnly: process.env.CI !== undefined,
  use: {
    baseURL: process.env.E2E_BASE_URL ?? "http://localhost:3000",
    locale: "he-IL",
    timezoneId: "Asia/Jerusalem",
    // Of every first try it would take a third of the time.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM ?? "/usr/bin/chromium",
      // There is no graphics processor here, and imitating one takes a sixth of the time of the tests.
      args: ["--no-sandbox", "--disable-gpu", "--disable-software-rasterizer"],
    },
  },
});
