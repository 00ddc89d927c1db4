import { existsSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../supervisor/files.ts";
import { findBrowser } from "./browser.ts";
import type { StartedProduct } from "./product.ts";
import { runCommand } from "./run-command.ts";
import { excerpt, failedWith, type Outcome } from "./totals.ts";
import type { Workspace } from "./workspace.ts";

const reportSchema = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
  errors: z.array(z.object({ message: z.string().optional() })).default([]),
});

/**
 * The browser tests by Playwright against a running product. Without a product or a browser every one of them counts
 * as failed, not as skipped.
 */
export async function runBrowserTests(
  workspace: Workspace,
  product: StartedProduct | undefined,
  signal: AbortSignal,
): Promise<Outcome> {
  if (!existsSync(join(workspace.root, "e2e"))) return failedWith("there is no e2e folder");
  if (product === undefined) return failedWith("the product did not start", await countTests(workspace, signal));
  const browser = await findBrowser(workspace, signal);
  if (browser === undefined) {
    return failedWith("there is no Chromium and none could be installed", await countTests(workspace, signal));
  }
  const report = join(workspace.dir, "playwright.json");
  const env = {
    ...workspace.env,
    E2E_BASE_URL: product.url,
    DATA_DIR: product.dataDir,
    PLAYWRIGHT_CHROMIUM: browser,
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  };
  const args = ["test", "--reporter=json,line"];
  const { output } = await playwright(workspace, args, env, signal);
  const results = readJson(report, reportSchema);
  if (results === undefined) {
    return failedWith(`playwright wrote no report:\n${excerpt(output)}`, await countTests(workspace, signal));
  }
  const { expected, unexpected, flaky, skipped } = results.stats;
  const broken = results.errors.length;
  return {
    passed: expected + flaky,
    failed: unexpected + broken,
    skipped,
    // A test that passed only at its second try passed, and is shown all the same.
    details: unexpected + broken + flaky > 0 ? excerpt(output, 10_000) : "",
  };
}

async function countTests(workspace: Workspace, signal: AbortSignal): Promise<number> {
  const { stdout } = await playwright(workspace, ["test", "--list"], workspace.env, signal);
  return Number(/Total: (\d+) test/.exec(stdout)?.[1] ?? 1);
}

function playwright({ root }: Workspace, args: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal) {
  return runCommand(join(root, "node_modules/.bin/playwright"), args, { cwd: root, env, signal, withinMs: 1_560_000 });
}
