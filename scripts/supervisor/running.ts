import { isAbsolute, join } from "node:path";
import { z } from "zod";
import type { Env } from "#lib/config/mode.ts";
import { readJson } from "./files.ts";
import { lockHolder } from "./lock.ts";
import { projectRoot } from "./root.ts";
import { Trouble } from "./trouble.ts";

const simulationSchema = z.object({
  account_sid: z.string(),
  auth_token: z.string(),
  business_number: z.string(),
  sms_number: z.string(),
  whatsapp_number: z.string(),
  public_url: z.string(),
  ports: z.record(z.string(), z.number()),
  urls: z.object({
    phone: z.string(),
    openai: z.string(),
    tts: z.string(),
    mailbox: z.string(),
    smtp: z.string(),
    whatsapp: z.string(),
  }),
  whatsapp_web: z.object({ url: z.string(), public_key: z.string() }),
});

const runtimeSchema = z.object({
  mode: z.enum(["simulation", "live"]),
  publicUrl: z.string(),
  databaseUrl: z.string(),
  databaseAppUrl: z.string(),
  ports: z.record(z.string(), z.number()),
  /** What the supervisor gave its children on top of the operator's own environment. */
  settings: z.record(z.string(), z.string()),
});

/** Written (0600) to DATA_DIR/runtime.json while the product runs. */
export type Runtime = z.infer<typeof runtimeSchema>;

/** A running product as the other commands (call, bench, admin) meet it. */
export type Running = Omit<Runtime, "settings"> & {
  simulation: z.infer<typeof simulationSchema> | undefined;
  /** The environment of the product's own processes. */
  childEnv: Record<string, string>;
};

/** The data folder of this shell: DATA_DIR, or `.data` in the project. */
export function dataDirOf(env: Env = process.env): string {
  const given = env.DATA_DIR?.trim();
  if (given === undefined || given === "") return join(projectRoot, ".data");
  return isAbsolute(given) ? given : join(projectRoot, given);
}

/**
 * What is running on a data folder.
 * @throws Trouble when nothing is.
 */
export function readRunning(dataDir: string = dataDirOf()): Running {
  const runtime = readJson(join(dataDir, "runtime.json"), runtimeSchema);
  if (runtime === undefined || lockHolder(dataDir) === undefined) {
    throw new Trouble(`Moked is not running on ${dataDir}. Start it with: npm start`);
  }
  const { settings, ...rest } = runtime;
  const own = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return {
    ...rest,
    simulation: readJson(join(dataDir, "simulation.json"), simulationSchema),
    childEnv: { ...Object.fromEntries(own), ...settings },
  };
}

const children = z.array(z.object({ name: z.string(), pid: z.number() }));

/** The processes that the supervisor of that data folder has started. */
export function childrenOf(dataDir: string): { name: string; pid: number }[] {
  return readJson(join(dataDir, "children.json"), children) ?? [];
}

/** The one of that name; another one after it has died. */
export function pidOf(dataDir: string, name: string): number | undefined {
  return childrenOf(dataDir).find((child) => child.name === name)?.pid;
}
