/** What lets a carrier fetch one file of ours for a while, and nothing else. */
import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { env } from "../../config/env.ts";

const grant = z.tuple([z.uuid(), z.uuid(), z.number().int()]);

interface MediaGrant {
  businessId: string;
  attachmentId: string;
  /** Epoch milliseconds. */
  until: number;
}

export function signMediaToken({ businessId, attachmentId, until }: MediaGrant): string {
  const body = Buffer.from(JSON.stringify([businessId, attachmentId, until])).toString("base64url");
  return `${body}.${signatureOf(body)}`;
}

/** Null for a token that is not ours or not good any more. */
export function readMediaToken(token: string, now: number): MediaGrant | null {
  const [body = "", signature = ""] = token.split(".");
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(body))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return null;
  const [businessId, attachmentId, until] = grant.parse(JSON.parse(Buffer.from(body, "base64url").toString("utf8")));
  return until < now ? null : { businessId, attachmentId, until };
}

function signatureOf(body: string): string {
  return createHmac("sha256", `media:${env().authSecret}`).update(body).digest("base64url");
}
