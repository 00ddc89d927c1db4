import { runAgainstDatabase } from "./supervisor/command-line.ts";

const code = await runAgainstDatabase("drizzle/migrate.ts", process.argv.slice(2));
if (code === 0) console.log("The database is up to date.");
process.exit(code);
