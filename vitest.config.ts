import { configDefaults, defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: [...configDefaults.exclude, "e2e/**", ".data/**", ".next*/**"],
    globalSetup: ["scripts/test/global-setup.ts"],
    // See there: each test file would otherwise wait 0.4 s for drizzle-orm.
    execArgv: ["--import", "./scripts/supervisor/quick-start.ts"],
    // More than there are processors: much of what they do is wait.
    maxWorkers: 4,
    testTimeout: 15_000,
    // What comes within a second mostly may take longer when the processors are busy.
    expect: { poll: { timeout: 12_000 } },
    hookTimeout: 30_000,
  },
});
