import { runInForeground } from "./supervisor/run.ts";

process.exit(await runInForeground(true));
