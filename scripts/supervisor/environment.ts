import type { Env } from "#lib/config/mode.ts";
import { buildTime, commitOf } from "./build.ts";
import { trustedCertificatesFile } from "./certificates.ts";
import { paymentSettings } from "./payments-world.ts";
import type { Plan } from "./plan.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";
import { googleServiceAccount, simulatedNumbers, whatsAppWeb } from "./world.ts";

export type DatabaseUrls = { owner: string; app: string };

/** What the supervisor adds to the operator's environment for every process of the product. */
export function productSettings(
  plan: Plan,
  secrets: Secrets,
  ports: Ports,
  database: DatabaseUrls,
  root: string,
  given: Env,
): Record<string, string> {
  const commit = given.GIT_COMMIT ?? commitOf(root);
  const built = given.BUILD_TIME ?? buildTime(root, plan.distDir);
  return {
    MOKED_MODE: plan.mode,
    PORT: String(plan.port),
    NEXT_PORT: String(ports.next),
    NEXTAUTH_URL: plan.publicUrl,
    PUBLIC_HOST: plan.publicUrl,
    DATA_DIR: plan.dataDir,
    LOG_DIR: plan.logDir,
    NEXT_DIST_DIR: plan.distDir,
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: database.owner,
    DATABASE_APP_URL: database.app,
    ...(commit === undefined ? {} : { GIT_COMMIT: commit }),
    ...(built === undefined ? {} : { BUILD_TIME: built }),
    ...(plan.mode === "simulation" ? simulationSettings(plan, secrets, ports, given) : {}),
  };
}

/** The keys and addresses of the simulated world: the product meets them as it would meet the real ones. */
function simulationSettings(plan: Plan, secrets: Secrets, ports: Ports, given: Env): Record<string, string> {
  const whatsApp = whatsAppWeb(secrets, ports);
  const authSecret = given.AUTH_SECRET ?? given.NEXTAUTH_SECRET ?? secrets.authSecret;
  return {
    AUTH_SECRET: authSecret,
    NEXTAUTH_SECRET: authSecret,
    ENCRYPTION_KEY: given.ENCRYPTION_KEY ?? secrets.encryptionKey,
    TWILIO_ACCOUNT_SID: secrets.twilioAccountSid,
    TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
    TWILIO_BASE_URL: `http://127.0.0.1:${ports.phone}`,
    WHATSAPP_PROVIDER: given.WHATSAPP_PROVIDER ?? "twilio",
    WHATSAPP_WEB_URL: whatsApp.url,
    WHATSAPP_WEB_PUBLIC_KEY: whatsApp.public_key,
    NODE_EXTRA_CA_CERTS: trustedCertificatesFile(plan),
    TWILIO_WHATSAPP_NUMBER: simulatedNumbers.whatsapp,
    OPENAI_API_KEY: secrets.openaiKey,
    OPENAI_BASE_URL: `http://127.0.0.1:${ports.openai}/v1`,
    GOOGLE_TTS_SA_JSON: googleServiceAccount(secrets, ports),
    GOOGLE_TTS_BASE_URL: `http://127.0.0.1:${ports.tts}`,
    SMTP_URL: `smtp://127.0.0.1:${ports.smtp}`,
    SIM_BUSINESS_NUMBER: simulatedNumbers.business,
    ...paymentSettings(plan, secrets, ports),
  };
}

/** The operator's environment without what npm puts into it, and with the project's own tools first. */
export function baseEnvironment(given: Env, root: string, development: boolean): NodeJS.ProcessEnv {
  const kept = Object.entries(given).filter(([name]) => !name.startsWith("npm_") && name !== "INIT_CWD");
  return {
    ...Object.fromEntries(kept),
    PATH: `${root}/node_modules/.bin:${given.PATH ?? "/usr/bin:/bin"}`,
    NODE_ENV: development ? "development" : "production",
    // Compiled code is kept from one start to the next: it halves the time until a process is ready.
    NODE_COMPILE_CACHE: given.NODE_COMPILE_CACHE ?? `${root}/node_modules/.cache/node`,
  };
}
