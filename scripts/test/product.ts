import { join } from "node:path";
import { buildState } from "../supervisor/build.ts";
import { productCommands } from "../supervisor/commands.ts";
import { findFree } from "../supervisor/ports.ts";
import { type Product, startProduct } from "../supervisor/product.ts";
import { runCommand } from "./run-command.ts";
import { excerpt, failedWith, type Outcome, passed } from "./totals.ts";
import type { Workspace } from "./workspace.ts";

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

/** Starts the whole product as `npm start` does, in simulation, on a free port and a data folder of its own. */
export async function startForTest(workspace: Workspace, signal: AbortSignal): Promise<Product> {
  const { root, dir, distDir } = workspace;
  const port = await findFree();
  const env = {
    ...workspace.env,
    PORT: String(port),
    DATA_DIR: join(dir, "product"),
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
