import { type ParseArgsConfig, parseArgs } from "node:util";
import { Trouble } from "./trouble.ts";

/** What the command was called with. `--help` prints `usage` and ends here; so does, as a Trouble, what it does not know. */
export function readFlags<Config extends ParseArgsConfig>(usage: string, config: Config) {
  if (process.argv.includes("--help", 2)) {
    console.log(usage);
    process.exit(0);
  }
  try {
    return parseArgs(config);
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n\n${usage}`, { cause: error });
  }
}
