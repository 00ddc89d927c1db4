import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetForm } from "#components/auth/reset-form.tsx";
import type { SearchProps } from "../../page-props.ts";

export async function generateMetadata(): Promise<Metadata> {
  // The address carries the one-time token: it must not travel on to anybody.
  return { title: (await getTranslations("reset"))("title"), referrer: "no-referrer" };
}

export default async function ResetPage({ searchParams }: SearchProps) {
  const { token } = await searchParams;
  return <ResetForm token={typeof token === "string" ? token : null} />;
}
