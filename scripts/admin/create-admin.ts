import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { z } from "zod";
import { env } from "#lib/config/env.ts";
import { RuleBroken } from "#lib/errors.ts";
import { hashPassword } from "#lib/users/password.ts";
import { emailAddress, newPassword } from "#lib/users/schemas.ts";

const input = z.object({ email: emailAddress, name: z.string().trim().min(1, "חסר שם"), password: newPassword });

/**
 * Somebody who looks after the platform. They enter through the oldest business, as an owner of it. Done as the
 * database's owner: no app role may make an admin.
 */
export async function createAdmin(given: {
  email?: string;
  name?: string;
  password?: string;
}): Promise<Record<string, string>> {
  const { email, name, password } = input.parse({ ...given, name: given.name ?? given.email?.split("@")[0] });
  const hash = await hashPassword(password);
  const sql = postgres(env().DATABASE_URL ?? "", { max: 1 });
  try {
    return await sql.begin(async (tx) => {
      const [home] = await tx`select id from business order by created_at limit 1`;
      if (!home) throw new RuleBroken("צריך ליצור קודם עסק: create-business");
      const [row] = await tx`
        insert into "user" (id, email, name, password_hash, platform_admin) values (${randomUUID()}, ${email}, ${name}, ${hash}, true)
        on conflict (email) do update set platform_admin = true returning id`;
      const userId = z.uuid().parse(row?.id);
      await tx`insert into membership (business_id, user_id, role) values (${home.id}, ${userId}, 'owner') on conflict do nothing`;
      return { user_id: userId };
    });
  } finally {
    await sql.end();
  }
}
