import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LoginForm } from "#components/auth/login-form.tsx";
import { loginResult } from "#lib/client/session.ts";
import { optionalPageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("title") };
}

export default async function LoginPage({ searchParams }: SearchProps) {
  if (await optionalPageContext()) redirect("/");
  const { error, left, reset } = await searchParams;
  return (
    <LoginForm
      result={loginResult(typeof error === "string" ? error : null)}
      news={left !== undefined ? "signedOut" : reset !== undefined ? "resetDone" : null}
      csrfToken={await csrfToken()}
    />
  );
}

/** The token that next-auth's cookie carries, when it is there already: with it the form works without JavaScript too. */
async function csrfToken(): Promise<string | null> {
  const jar = await cookies();
  const cookie = jar.get("next-auth.csrf-token") ?? jar.get("__Host-next-auth.csrf-token");
  return cookie?.value.split("|")[0] ?? null;
}
