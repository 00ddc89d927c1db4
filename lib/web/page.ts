/** Who looks at a page. Pages ask here, next to the data; no proxy stands in for it. */
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { env } from "../config/env.ts";
import type { Context } from "../context.ts";
import type { Role } from "../permissions.ts";
import { sessionFromCookie } from "../users/session.ts";

export interface PageContext {
  ctx: Context;
  sessionId: string;
  user: { id: string; name: string; email: string };
  business: { id: string; name: string };
  role: Role;
  /** Every page says so when nothing here is real. */
  simulation: boolean;
}

/** The person who looks at this page, looked up once a request; null when nobody is logged in. */
export const optionalPageContext = cache(async (): Promise<PageContext | null> => {
  const incoming = await headers();
  const login = await sessionFromCookie(incoming.get("cookie"), incoming.get("x-request-id"));
  if (!login) return null;
  const { session, ctx, sessionId } = login;
  return {
    ctx,
    sessionId,
    user: { id: session.user_id, name: session.user_name, email: session.email },
    business: { id: session.business_id, name: session.business_name },
    role: session.role,
    simulation: isSimulation(),
  };
});

/** The person who looks at this page; whoever is not logged in is sent to the login page. */
export async function pageContext(): Promise<PageContext> {
  return (await optionalPageContext()) ?? redirect("/login");
}

export function isSimulation(): boolean {
  return env().MOKED_MODE === "simulation";
}
