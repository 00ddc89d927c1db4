import { runAgainstDatabase } from "./supervisor/command-line.ts";

process.exit(await runAgainstDatabase("drizzle/seed/main.ts", process.argv.slice(2)));
