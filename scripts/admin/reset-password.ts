import postgres from "postgres";
import { z } from "zod";
import { env } from "#lib/config/env.ts";
import { NotFound } from "#lib/errors.ts";
import { hashPassword } from "#lib/users/password.ts";
import { emailAddress, newPassword } from "#lib/users/schemas.ts";

const input = z.object({ email: emailAddress, password: newPassword });

/** Sets a person's password and ends all of their sessions. Done as the database's owner: no app role may do this. */
export async function setPassword(given: { email?: string; password?: string }): Promise<Record<string, string>> {
  const { email, password } = input.parse(given);
  const sql = postgres(env().DATABASE_URL ?? "", { max: 1 });
  try {
    const hash = await hashPassword(password);
    const changed = await sql`update "user" set password_hash = ${hash} where email = ${email} returning id`;
    const userId = z.uuid().optional().parse(changed[0]?.id);
    if (!userId) throw new NotFound("אין משתמש עם כתובת כזאת");
    await sql`update session set revoked_at = now() where user_id = ${userId} and revoked_at is null`;
    return { user_id: userId };
  } finally {
    await sql.end();
  }
}
