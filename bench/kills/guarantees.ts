import postgres from "postgres";
import { readRunning } from "../../scripts/supervisor/running.ts";

/** How many of the settings are on without which a commit would promise nothing. */
export async function guarantees(dataDir: string): Promise<number> {
  const sql = postgres(readRunning(dataDir).databaseUrl, { max: 1 });
  try {
    const rows = await sql<{ setting: string }[]>`
      select setting from pg_settings where name in ('fsync', 'synchronous_commit')`;
    return rows.filter(({ setting }) => setting === "on").length;
  } finally {
    await sql.end();
  }
}
