import { projectRoot } from "../supervisor/root.ts";
import { startTestPostgres } from "./postgres.ts";

/**
 * Vitest's global set-up: a migrated PostgreSQL for the tests that need one, named by TEST_DATABASE_URL (owner) and
 * TEST_DATABASE_APP_URL; given from outside they are used as they are.
 */
export async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_DATABASE_URL !== undefined) return undefined;
  try {
    const server = await startTestPostgres(projectRoot);
    process.env.TEST_DATABASE_URL = server.url;
    process.env.TEST_DATABASE_APP_URL = server.appUrl;
    return server.stop;
  } catch (error) {
    // Most tests need no database: those that do will miss the variable and say so.
    console.error("There is no database for the tests:", error);
    return undefined;
  }
}
