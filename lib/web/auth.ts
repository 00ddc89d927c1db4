/** next-auth: a password login whose JWT carries nothing but the id of a session kept in the database. */
import type { NextAuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { ZodError } from "zod";
import { env } from "../config/env.ts";
import { sessionById } from "../db/system.ts";
import { AppError } from "../errors.ts";
import { log } from "../log.ts";
import { logIn } from "../users/log-in.ts";
import { sessionCookieName } from "../users/session.ts";
import { revokeSession } from "../users/sessions.ts";
import { clientAddress } from "./request.ts";

const LASTS_SECONDS = 30 * 86_400;

declare module "next-auth" {
  interface User {
    sessionId: string;
  }
}
declare module "next-auth/jwt" {
  interface JWT {
    sessionId?: string;
  }
}

export function authOptions(): NextAuthOptions {
  const secure = env().publicUrl.protocol === "https:";
  return {
    secret: env().authSecret,
    session: { strategy: "jwt", maxAge: LASTS_SECONDS },
    pages: { signIn: "/login", error: "/login" },
    useSecureCookies: secure,
    cookies: {
      sessionToken: { name: sessionCookieName(), options: { httpOnly: true, sameSite: "lax", path: "/", secure } },
    },
    providers: [
      Credentials({
        id: "credentials",
        name: "credentials",
        credentials: { email: { type: "email" }, password: { type: "password" } },
        async authorize(credentials, request) {
          const headers = new Headers(request.headers as Record<string, string>);
          try {
            const opened = await logIn({
              email: credentials?.email ?? "",
              password: credentials?.password ?? "",
              address: clientAddress(headers),
              userAgent: headers.get("user-agent") ?? "",
            });
            return { id: opened.userId, name: opened.userName, sessionId: opened.sessionId };
          } catch (error) {
            if (!(error instanceof AppError || error instanceof ZodError)) log().error({ err: error }, "login failed");
            return null; // next-auth answers 401 and sends the form back with error=CredentialsSignin
          }
        },
      }),
    ],
    callbacks: {
      // The session's id, and nothing about the person: that is looked up.
      jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : { sessionId: token.sessionId }),
      // Only ever within this site, and whatever stands there: next-auth's own answer to nonsense is a 500.
      redirect: ({ url, baseUrl }) => (URL.parse(url, baseUrl)?.origin === new URL(baseUrl).origin ? url : baseUrl),
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signOut({ token }) {
        await endSession(token.sessionId);
      },
    },
  };
}

async function endSession(sessionId: string | undefined): Promise<void> {
  if (!sessionId) return;
  const session = await sessionById(sessionId);
  if (!session) return;
  const ctx = {
    businessId: session.business_id,
    actor: { kind: "user" as const, userId: session.user_id },
    role: session.role,
    requestId: null,
  };
  await revokeSession(ctx, sessionId);
}
