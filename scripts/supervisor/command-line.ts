import { spawn } from "node:child_process";
import { projectRoot } from "./root.ts";
import { Trouble } from "./trouble.ts";
import { withDatabase } from "./with-database.ts";

/** Runs one of the product's own programs against its database, in this terminal; gives its exit code. */
export async function runAgainstDatabase(program: string, args: readonly string[]): Promise<number> {
  try {
    return await withDatabase(projectRoot, process.env, (env) => {
      const child = spawn(process.execPath, [program, ...args], { cwd: projectRoot, env, stdio: "inherit" });
      return new Promise<number>((resolve, reject) => {
        child.once("error", reject);
        child.once("exit", (code) => resolve(code ?? 1));
      });
    });
  } catch (error) {
    console.error(error instanceof Trouble ? error.message : error);
    return 1;
  }
}
