import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./run-command.ts";
import { excerpt, failedWith, type Outcome, passed } from "./totals.ts";
import type { Workspace } from "./workspace.ts";

export type Step = { name: string; run: (signal: AbortSignal) => Promise<Outcome> };

/** The checks that only read the files: style, types, imports and the like, unused and repeated code. */
export function staticChecks(workspace: Workspace): Step[] {
  const { root } = workspace;
  const tool = (name: string) => join(root, "node_modules/.bin", name);
  const folder = join(root, "scripts/checks");
  const own = existsSync(folder) ? readdirSync(folder).filter((name) => /^[^.]+\.ts$/.test(name)) : [];
  return [
    command(workspace, "format and lint (biome)", tool("biome"), ["ci", "--colors=off"]),
    command(workspace, "types (tsc)", tool("tsc"), ["-p", ".", "--pretty", "false"]),
    ...own.map((name) =>
      command(workspace, `check: ${name.replace(".ts", "")}`, process.execPath, [`scripts/checks/${name}`]),
    ),
    command(workspace, "unused code (knip)", tool("knip"), ["--no-progress"]),
    command(workspace, "repeated code (jscpd)", tool("jscpd"), ["."]),
  ];
}

function command({ root, env }: Workspace, name: string, program: string, args: readonly string[]): Step {
  return {
    name,
    run: async (signal) => {
      const { code, output } = await runCommand(program, args, { cwd: root, env, signal, withinMs: 180_000 });
      return code === 0 ? passed : failedWith(excerpt(output));
    },
  };
}
