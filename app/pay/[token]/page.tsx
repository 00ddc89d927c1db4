import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { NextIntlClientProvider } from "next-intl";
import { cache } from "react";
import { PayCard } from "#components/pay/pay-card.tsx";
import { NotFound } from "#lib/errors.ts";
import { payPageOf } from "#lib/payments/pay-page.ts";
import { isSimulation } from "#lib/web/page.ts";
import en from "../../../messages/en.json";
import he from "../../../messages/he.json";
import type { SearchProps } from "../../page-props.ts";

type Props = SearchProps & { params: Promise<{ token: string }> };

/** What the payer's page says. */
const words = { he: { app: he.app, pay: he.pay }, en: { app: en.app, pay: en.pay } };

const askedOf = cache((token: string) =>
  payPageOf(token).catch((error: unknown) => {
    if (error instanceof NotFound) notFound();
    throw error;
  }),
);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { business, language } = await askedOf((await params).token);
  return { title: { absolute: `${words[language].pay.title} · ${business}` } };
}

/** For anybody who has the link, in the language in which they ordered. */
export default async function PayPage({ params, searchParams }: Props) {
  const { token } = await params;
  const asked = await askedOf(token);
  const { back } = await searchParams;
  const { language, payable } = asked;
  return (
    <NextIntlClientProvider locale={language} messages={words[language]}>
      <div
        lang={language}
        dir={language === "he" ? "rtl" : "ltr"}
        className="grid min-h-dvh content-start justify-items-center bg-surface-0 px-4 py-6 sm:content-center"
      >
        <main className="w-full max-w-md">
          <PayCard
            token={token}
            asked={asked}
            back={back === "well" || back === "wrong" ? back : null}
            simulation={isSimulation() || payable === "nothing_is_charged"}
          />
        </main>
      </div>
    </NextIntlClientProvider>
  );
}
