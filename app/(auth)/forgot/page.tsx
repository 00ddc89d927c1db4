import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ForgotForm } from "#components/auth/forgot-form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("forgot"))("title") };
}

export default function ForgotPage() {
  return <ForgotForm />;
}
