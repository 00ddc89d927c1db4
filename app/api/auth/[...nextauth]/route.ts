import NextAuth from "next-auth";
import { authOptions } from "#lib/web/auth.ts";
import { loginRefusal } from "#lib/web/login-refusal.ts";

type Context = { params: Promise<{ nextauth: string[] }> };

export function GET(request: Request, context: Context) {
  return NextAuth(request as never, context as never, authOptions());
}

export async function POST(request: Request, context: Context) {
  return (await loginRefusal(request)) ?? NextAuth(request as never, context as never, authOptions());
}
