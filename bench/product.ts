/** A product of the bench's own, started as `npm start` does it: real processes, a fresh database, the same build. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { productCommands } from "../scripts/supervisor/commands.ts";
import { lockHolder } from "../scripts/supervisor/lock.ts";
import { findFree } from "../scripts/supervisor/ports.ts";
import { type Product, startProduct } from "../scripts/supervisor/product.ts";
import { projectRoot } from "../scripts/supervisor/root.ts";
import { readRunning } from "../scripts/supervisor/running.ts";
import { Trouble } from "../scripts/supervisor/trouble.ts";
import { rejectionOf } from "../scripts/test/rejection.ts";
import { cleanEnvironment, discardDataDir } from "../scripts/test/workspace.ts";

export interface BenchProduct {
  /** The public address. */
  url: string;
  dataDir: string;
  businessNumber: string;
  whatsappNumber: string;
  /** The owner's, for looking at what was kept. */
  databaseUrl: string;
  authToken: string;
  accountSid: string;
  /** The simulators' control doors. */
  phoneUrl: string;
  openAiUrl: string;
  ttsUrl: string;
}

interface Options {
  note: (line: string) => void;
  signal: AbortSignal;
}

/** Runs `work` with a product in simulation, and stops and removes that product afterwards, whatever happened. */
export async function withProduct(options: Options, work: (product: BenchProduct) => Promise<void>): Promise<void> {
  await withStartedProduct(
    options,
    () => ({ SIM_LATENCY: "typical" }),
    async ({ url, simulation }, dataDir) => {
      if (simulation === undefined) throw new Error("the bench's product is no simulation");
      const { urls, auth_token: authToken, account_sid: accountSid } = simulation;
      const numbers = { businessNumber: simulation.business_number, whatsappNumber: simulation.whatsapp_number };
      const doors = { phoneUrl: urls.phone, openAiUrl: urls.openai, ttsUrl: urls.tts };
      const { databaseUrl } = readRunning(dataDir);
      await work({ url, dataDir, databaseUrl, authToken, accountSid, ...numbers, ...doors });
    },
  );
}

/** The same with settings of one's own, made for the port that was chosen. */
export async function withStartedProduct(
  options: Options,
  settings: (port: number) => Record<string, string>,
  work: (product: Product, dataDir: string) => Promise<void>,
): Promise<void> {
  const dataDir = join(projectRoot, ".data/bench");
  if (lockHolder(dataDir) !== undefined) throw new Trouble("Another npm run bench is running in this project.");
  await discardDataDir(dataDir);
  mkdirSync(dataDir, { recursive: true });
  const port = await findFree();
  const env = {
    ...cleanEnvironment(projectRoot),
    PORT: String(port),
    DATA_DIR: dataDir,
    LOG_DIR: join(dataDir, "logs"),
    ...settings(port),
  };
  const { note, signal } = options;
  try {
    const product = await startProduct({ root: projectRoot, env, commands: productCommands(false), note, signal });
    try {
      const failed = product.failed.then((trouble) => Promise.reject(trouble));
      await Promise.race([work(product, dataDir), failed, rejectionOf(signal)]);
    } finally {
      await product.stop();
    }
  } finally {
    await discardDataDir(dataDir);
  }
}
