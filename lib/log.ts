/**
 * The log: JSON lines on stdout; whoever started the process keeps them (the supervisor: rotating files in LOG_DIR).
 * Bind request_id, call_sid and business_id once with `log().child(…)`. Secrets are redacted here, not by callers.
 */
import pino from "pino";
import { env } from "./config/env.ts";

const secretNames = [
  "password",
  "passwordHash",
  "token",
  "callToken",
  "authorization",
  "cookie",
  "apiKey",
  "secret",
  "authToken",
  '["x-twilio-signature"]',
];
const path = (prefix: string, name: string) => (name.startsWith("[") ? prefix + name : `${prefix}.${name}`);
const secretPaths = secretNames.flatMap((name) => [name, path("*", name), path("*.*", name)]);

export type Log = pino.Logger;

/** An error with its causes. Drizzle puts what was written into the message: people's words and passwords' hashes stay out. */
export function serialiseError(error: unknown): unknown {
  return error instanceof Error ? withoutValues(pino.stdSerializers.errWithCause(error)) : error;
}

function withoutValues(value: unknown): unknown {
  if (typeof value === "string") return value.replace(/\nparams: [\s\S]*?(?=\n {4}at |\ncaused by: |$)/g, "");
  if (Array.isArray(value)) return value.map(withoutValues);
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).filter(([key]) => key !== "params" && key !== "parameters" && key !== "detail");
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutValues(inner)]));
}

const cache: { root?: Log } = {};

/** The root logger of this process. Lines are written in the background: audio never waits for a log. */
export function log(): Log {
  cache.root ??= pino(
    {
      level: env().LOG_LEVEL,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretPaths, censor: "[redacted]" },
      serializers: { err: serialiseError },
    },
    pino.destination({ fd: 1, sync: false }),
  );
  return cache.root;
}
