/**
 * Who is asking: the login cookie is next-auth's encrypted JWT; all that counts in it is the id of a session, which is
 * looked up on every request, so that a session can be revoked. Works in Next and in server-ws alike.
 */
import { decode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import { type SessionRow, sessionById } from "../db/system.ts";

/** Named like next-auth's own; `__Secure-` binds it to https. */
export function sessionCookieName(): string {
  const secure = env().publicUrl.protocol === "https:";
  return secure ? "__Secure-next-auth.session-token" : "next-auth.session-token";
}

const claims = z.object({ sessionId: z.uuid() });

export interface LoggedIn {
  sessionId: string;
  session: SessionRow;
  ctx: Context;
}

/** The person behind a Cookie header. Null without a session, or with one that was revoked or has expired. */
export async function sessionFromCookie(header: string | null, requestId: string | null): Promise<LoggedIn | null> {
  const token = header ? cookieValue(header, sessionCookieName()) : null;
  if (!token) return null;
  const sessionId = await sessionIdOf(token);
  if (!sessionId) return null;
  const session = await sessionById(sessionId);
  if (!session) return null;
  const ctx: Context = {
    businessId: session.business_id,
    actor: { kind: "user", userId: session.user_id },
    role: session.role,
    requestId,
  };
  return { sessionId, session, ctx };
}

async function sessionIdOf(cookie: string): Promise<string | null> {
  try {
    return claims.parse(await decode({ token: decodeURIComponent(cookie), secret: env().authSecret })).sessionId;
  } catch {
    return null; // forged, damaged, expired, or of another secret: simply not logged in
  }
}

/** next-auth splits a long cookie into `name.0`, `name.1`…; ours is short, so one name suffices. */
function cookieValue(header: string, name: string): string | null {
  for (const part of header.split(";")) {
    const [key, ...value] = part.trim().split("=");
    if (key === name) return value.join("=");
  }
  return null;
}
