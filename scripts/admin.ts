import { runAgainstDatabase } from "./supervisor/command-line.ts";

process.exit(await runAgainstDatabase("scripts/admin/main.ts", process.argv.slice(2)));
