/**
 * Genuine webhooks that Next could not take: one file each in a folder, delivered in order when Next is back.
 * Twilio sends most of its webhooks only once, so whatever is acknowledged here must not be lost with this process.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, unlink, writeFile } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import path from "node:path";
import { z } from "zod";
import type { Log } from "#lib/log.ts";
import { parseJson } from "#lib/parse-json.ts";
import type { Exchange } from "./exchange.ts";

export interface UndeliveredWebhooks {
  /** Keeps one for later; false when it could not be written. Never throws. */
  keep(exchange: Exchange, body: Buffer): Promise<boolean>;
  /** Delivers what is there, oldest first, while Next can be reached. Never throws. */
  deliver(): Promise<void>;
  close(): void;
}

interface Options {
  folder: string;
  /** Where Next listens: `http://127.0.0.1:3001`. */
  nextOrigin: string;
  publicUrl: URL;
  log: Log;
  /** How often waiting ones are tried. */
  everyMs?: number;
}

const keptWebhook = z.object({
  target: z.string().startsWith("/"),
  contentType: z.string(),
  signature: z.string(),
  idempotencyToken: z.string(),
  requestId: z.string(),
  bodyBase64: z.string(),
});
type KeptWebhook = z.infer<typeof keptWebhook>;

/** A file is written in milliseconds: an older one belongs to a process that was killed over it. */
const HALF_WRITTEN_AFTER_MS = 60_000;
const EVERY_MS = 2_000;
const ANSWER_WITHIN_MS = 15_000;
const GIVE_UP_AFTER_MS = 24 * 3_600_000;

/** With this header (`no`) Next says of a genuine webhook that it was answered, but that nothing of it could be stored. */
const KEPT_HEADER = "x-webhook-kept";

export function saysNotKept(answer: IncomingMessage): boolean {
  return answer.headers[KEPT_HEADER] === "no";
}

/** Opens the folder and delivers what an earlier process left there. */
export function openUndelivered(options: Options): UndeliveredWebhooks {
  const { folder, log } = options;
  const tidied = finishHalfWritten(options).catch((error: unknown) =>
    log.error({ err: error }, "the folder of kept webhooks cannot be tidied"),
  );
  let delivering: Promise<void> | undefined;

  const deliver = () => {
    delivering ??= tidied
      .then(() => deliverAll(options))
      .catch((error: unknown) => log.error({ err: error }, "kept webhooks cannot be read"))
      .finally(() => {
        delivering = undefined;
      });
    return delivering;
  };
  const timer = setInterval(deliver, options.everyMs ?? EVERY_MS);
  timer.unref();

  return {
    async keep(exchange, body) {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        // The name sorts by time; the rename makes a half-written file impossible to find.
        const name = path.join(folder, `${Date.now()}-${randomUUID()}`);
        await writeFile(`${name}.part`, JSON.stringify(toKept(exchange, body)), { mode: 0o600 });
        await rename(`${name}.part`, `${name}.json`);
        return true;
      } catch (error) {
        exchange.log.error({ err: error }, "a webhook could not be kept");
        return false;
      }
    },
    deliver,
    close: () => clearInterval(timer),
  };
}

/** What a killed process left: whole, it waits like the others; otherwise it says nothing, and nobody was told that it was kept. */
async function finishHalfWritten({ folder, log }: Options): Promise<void> {
  const parts = (await namesIn(folder)).filter((name) => name.endsWith(".part"));
  for (const name of parts.filter((part) => Date.now() - keptAt(part) > HALF_WRITTEN_AFTER_MS)) {
    const file = path.join(folder, name);
    const isWhole = keptWebhook.safeParse(parseJson(await readFile(file, "utf8"))).success;
    log.warn({ file: name, whole: isWhole }, "a webhook was being kept when its process ended");
    await (isWhole ? rename(file, file.replace(/part$/, "json")) : unlink(file));
  }
}

async function deliverAll({ folder, nextOrigin, publicUrl, log }: Options): Promise<void> {
  /** Calls of which something waits on: what came after it waits with it. */
  const held = new Set<string>();
  for (const name of (await namesIn(folder)).filter((file) => file.endsWith(".json")).sort()) {
    const file = path.join(folder, name);
    // A power cut leaves files empty or half-written; the others behind one must not wait for it.
    const parsed = keptWebhook.safeParse(parseJson(await readFile(file, "utf8")));
    if (!parsed.success) {
      log.error({ file: name, err: parsed.error }, "a kept webhook is not readable; it stays for a person to see");
      await rename(file, `${file}.unreadable`);
      continue;
    }
    const call = callOf(parsed.data);
    if (call !== null && held.has(call)) continue;
    const outcome = await send(parsed.data, keptAt(name), nextOrigin, publicUrl);
    if (outcome === undefined) return;
    const { status, stored } = outcome;
    if (!stored) {
      // One that Next itself stumbles over must not keep the others waiting, nor be tried for ever.
      if (Date.now() - keptAt(name) > GIVE_UP_AFTER_MS) await rename(file, `${file}.refused`);
      else if (call !== null) held.add(call);
      continue;
    }
    log.info({ request_id: parsed.data.requestId, path: parsed.data.target, status }, "a kept webhook was delivered");
    await unlink(file);
  }
}

function callOf({ bodyBase64 }: KeptWebhook): string | null {
  return new URLSearchParams(Buffer.from(bodyBase64, "base64").toString("utf8")).get("CallSid");
}

function keptAt(name: string): number {
  return Number(name.split("-", 1)[0]);
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}

/** What Next answered; undefined when it cannot be reached. */
async function send(
  kept: KeptWebhook,
  at: number,
  nextOrigin: string,
  publicUrl: URL,
): Promise<{ status: number; stored: boolean } | undefined> {
  try {
    const answer = await fetch(nextOrigin + kept.target, {
      method: "POST",
      headers: {
        "Content-Type": kept.contentType,
        "X-Twilio-Signature": kept.signature,
        "I-Twilio-Idempotency-Token": kept.idempotencyToken,
        "X-Request-Id": kept.requestId,
        "X-Webhook-Came-At": new Date(at).toISOString(),
        "X-Forwarded-Host": publicUrl.host,
        "X-Forwarded-Proto": publicUrl.protocol.replace(":", ""),
        "X-Forwarded-For": "127.0.0.1",
      },
      body: Buffer.from(kept.bodyBase64, "base64"),
      redirect: "manual",
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    await answer.body?.cancel();
    return { status: answer.status, stored: answer.status < 500 && answer.headers.get(KEPT_HEADER) !== "no" };
  } catch {
    // Not back yet; the next round tries again.
    return undefined;
  }
}

function toKept({ request, requestId }: Exchange, body: Buffer): KeptWebhook {
  const header = (name: string) => String(request.headers[name] ?? "");
  return {
    target: request.url ?? "/",
    contentType: header("content-type"),
    signature: header("x-twilio-signature"),
    idempotencyToken: header("i-twilio-idempotency-token"),
    requestId,
    bodyBase64: body.toString("base64"),
  };
}
