/** A product in live mode whose services are the doubles, with businesses enough for all calls. */
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { promisify } from "node:util";
import { generateServiceAccount } from "#simulators/google-tts/service-account.ts";
import { projectRoot } from "../../scripts/supervisor/root.ts";
import type { Bench } from "../group.ts";
import { withStartedProduct } from "../product.ts";

export interface LiveProduct {
  url: string;
  dataDir: string;
  accountSid: string;
  authToken: string;
  /** One for each business. */
  numbers: string[];
}

/** Runs `work` with it and stops it afterwards. `services`: the base address of the doubles; `more`: further settings. */
export async function withLiveProduct(
  bench: Bench,
  services: string,
  businesses: number,
  work: (product: LiveProduct) => Promise<void>,
  more: Record<string, string> = {},
): Promise<void> {
  const accountSid = `AC${randomBytes(16).toString("hex")}`;
  const authToken = randomBytes(16).toString("hex");
  const settings = (port: number) => ({
    PUBLIC_HOST: `http://127.0.0.1:${port}`,
    TWILIO_ACCOUNT_SID: accountSid,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_BASE_URL: services,
    AUTH_SECRET: randomBytes(32).toString("base64"),
    ENCRYPTION_KEY: randomBytes(32).toString("base64"),
    WHATSAPP_PROVIDER: "baileys",
    OPENAI_API_KEY: "sk-played",
    OPENAI_BASE_URL: `${services}/v1`,
    GOOGLE_TTS_SA_JSON: generateServiceAccount(services).json,
    GOOGLE_TTS_BASE_URL: services,
    ...more,
  });
  await withStartedProduct(bench, settings, async ({ url }, dataDir) => {
    const numbers: string[] = [];
    bench.note(`${businesses} businesses`);
    for (let index = 0; index < businesses; index++) numbers.push(await newBusiness(dataDir, index));
    await work({ url, dataDir, accountSid, authToken, numbers });
  });
}

/** By the operator's own command, which returns when the greeting is rendered. */
async function newBusiness(dataDir: string, index: number): Promise<string> {
  const number = `+9723722${String(1000 + index)}`;
  const args = ["--name", `עסק ${index}`, "--phone", number, "--owner", `owner${index}@bench.example`];
  const command = ["scripts/admin.ts", "create-business", ...args, "--password", randomBytes(12).toString("hex")];
  await promisify(execFile)(process.execPath, command, {
    cwd: projectRoot,
    env: { ...process.env, DATA_DIR: dataDir },
  });
  return number;
}
