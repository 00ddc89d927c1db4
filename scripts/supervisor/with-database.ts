import type { Env } from "#lib/config/mode.ts";
import { writeTrustedCertificates } from "./certificates.ts";
import { productCommands } from "./commands.ts";
import { openDatabase } from "./database.ts";
import { baseEnvironment, productSettings } from "./environment.ts";
import { makeFolder } from "./files.ts";
import { lockHolder, takeLock } from "./lock.ts";
import { writePayPalAuthority } from "./payments-world.ts";
import { planStart } from "./plan.ts";
import { chooseInnerPorts } from "./ports.ts";
import { dataDirOf, readRunning } from "./running.ts";
import { loadSecrets } from "./secrets.ts";
import { runTask } from "./task.ts";

/**
 * Runs something against the product's database, with the environment that its processes have: the running product's,
 * or, when nothing runs, a database started (and brought up to date) just for this.
 */
export async function withDatabase<T>(
  root: string,
  env: Env,
  work: (childEnv: NodeJS.ProcessEnv) => Promise<T>,
): Promise<T> {
  const dataDir = dataDirOf(env);
  if (lockHolder(dataDir) !== undefined) return work({ NODE_ENV: "production", ...readRunning(dataDir).childEnv });

  const plan = planStart(env, root);
  makeFolder(dataDir);
  const lock = takeLock(dataDir, "a database command");
  try {
    const secrets = loadSecrets(dataDir);
    const { ports, release } = await chooseInnerPorts(plan.port, {});
    const failed = Promise.withResolvers<never>();
    failed.promise.catch(() => {});
    const note = (line: string) => console.error(line);
    const database = await openDatabase({ plan, secrets, port: ports.postgres, root, note, gaveUp: failed.reject });
    try {
      writeTrustedCertificates(plan, secrets, env, note);
      writePayPalAuthority(plan, secrets);
      const settings = productSettings(plan, secrets, ports, database.urls, root, env);
      const childEnv = { ...baseEnvironment(env, root, false), ...settings };
      if (!database.state?.isCurrent) {
        const launch = { args: productCommands(false).migrate, cwd: root, env: childEnv };
        await runTask("migrate", launch, dataDir, new AbortController().signal);
        database.state?.migrated();
      }
      return await Promise.race([work(childEnv), failed.promise]);
    } finally {
      await database.stop();
      release();
    }
  } finally {
    lock.release();
  }
}
