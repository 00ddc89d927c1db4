import { session } from "#drizzle/schema/index.ts";
import { recordAudit } from "../audit/record.ts";
import type { Context } from "../context.ts";
import { loginByEmail } from "../db/system.ts";
import { forBusiness } from "../db/tenant.ts";
import { Unauthenticated } from "../errors.ts";
import { cut } from "../hebrew/cut.ts";
import { log } from "../log.ts";
import { countLogin, forgetFailedLogins } from "./login-throttle.ts";
import { NOBODYS_HASH, verifyPassword } from "./password.ts";
import { loginInput } from "./schemas.ts";

const SESSION_DAYS = 30;

interface LoginAttempt {
  email: string;
  password: string;
  /** Where it comes from, for throttling and for the list of sessions. */
  address: string;
  userAgent: string;
}

export interface NewSession {
  sessionId: string;
  userId: string;
  userName: string;
}

/**
 * Checks a password and opens a session. Throws RateLimited after 5 failures in 15 minutes, and Unauthenticated for
 * anything wrong, without saying what.
 */
export async function logIn(attempt: LoginAttempt): Promise<NewSession> {
  const { email, password } = loginInput.parse(attempt);
  await countLogin(email, attempt.address);
  const found = await loginByEmail(email);
  const matches = await verifyPassword(password, found?.password_hash ?? NOBODYS_HASH);
  if (!found || !matches || !found.business_id) {
    log().warn({ address: attempt.address }, "failed login");
    throw new Unauthenticated("הדוא״ל או הסיסמה אינם נכונים");
  }
  await forgetFailedLogins(email, attempt.address);

  const ctx: Context = {
    businessId: found.business_id,
    actor: { kind: "user", userId: found.user_id },
    role: null,
    requestId: null,
  };
  const sessionId = await forBusiness(ctx, async function logIn(tx) {
    const [row] = await tx
      .insert(session)
      .values({
        businessId: ctx.businessId,
        userId: found.user_id,
        address: attempt.address,
        userAgent: cut(attempt.userAgent, 300),
        expiresAt: new Date(Date.now() + SESSION_DAYS * 86_400_000),
      })
      .returning({ id: session.id });
    if (!row) throw new Error("an insert returned nothing");
    await recordAudit(tx, ctx, { action: "session.open", subjectId: row.id });
    return row.id;
  });
  return { sessionId, userId: found.user_id, userName: found.user_name };
}
