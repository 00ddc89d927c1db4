import { join } from "node:path";
import { buildState } from "../supervisor/build.ts";
import { productCommands } from "../supervisor/commands.ts";
import { findFree } from "../supervisor/ports.ts";
import { type Product, startProduct } from "../supervisor/product.ts";
import { runCommand } from "./run-command.ts";
import { excerpt, failedWith, type Outcome, passed, sum } from "./totals.ts";
import type { ProductFolder, Workspace } from "./workspace.ts";

/** The production build, in a folder of its own beside that of a running product. */
export async function buildForTest(workspace: Workspace, signal: AbortSignal): Promise<Outcome> {
  const { root, distDir } = workspace;
  const state = buildState(root, distDir);
  state.begin();
  const env: NodeJS.ProcessEnv = { ...workspace.env, NODE_ENV: "production", NEXT_DIST_DIR: distDir };
  const args = productCommands(false).build ?? [];
  const { code, output } = await runCommand(process.execPath, args, { cwd: root, env, signal, withinMs: 300_000 });
  if (code !== 0) return failedWith(excerpt(output));
  state.finish();
  return passed;
}

/** A product that was started for tests. */
export interface StartedProduct {
  url: string;
  dataDir: string;
}

/**
 * Runs tests on a product, which is then stopped; they are told when it did not start, and know how many of them that
 * fails. Starting and stopping count as a test, beside theirs.
 */
export async function withProduct(
  workspace: Workspace,
  name: ProductFolder,
  signal: AbortSignal,
  test: (product: StartedProduct | undefined) => Promise<Outcome>,
): Promise<Outcome> {
  let product: Product | undefined;
  let started: Outcome = passed;
  try {
    product = await startForTest(workspace, name, signal);
  } catch (error) {
    started = failedWith(`the product does not start: ${error instanceof Error ? error.message : error}`);
  }
  const running = product === undefined ? undefined : { url: product.url, dataDir: product.plan.dataDir };
  const tested = await test(running).finally(() => product?.stop());
  const details = [started.details, tested.details].filter((text) => text !== "").join("\n\n");
  return { ...sum([started, tested]), details };
}

/** Starts the whole product as `npm start` does, in simulation, on a free port and a data folder of this name. */
async function startForTest(workspace: Workspace, name: ProductFolder, signal: AbortSignal): Promise<Product> {
  const { root, dir, distDir } = workspace;
  const port = await findFree();
  const env = {
    ...workspace.env,
    PORT: String(port),
    DATA_DIR: join(dir, name),
    LOG_DIR: join(dir, "logs"),
    NEXT_DIST_DIR: distDir,
    SIM_LATENCY: "fast",
  };
  return startProduct({
    root,
    env,
    commands: productCommands(false),
    note: (line) => console.log(`  ${line}`),
    signal,
  });
}
