import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Brand } from "#components/shell/brand.tsx";
import { SimulationMark } from "#components/shell/simulation-mark.tsx";
import { isSimulation } from "#lib/web/page.ts";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("login");
  return (
    <div className="grid min-h-dvh bg-surface-1 lg:grid-cols-[minmax(0,1fr)_minmax(0,0.85fr)]">
      <div className="flex flex-col px-5 py-6 sm:px-10">
        <div className="flex items-center justify-between gap-4">
          <Brand />
          {isSimulation() ? <SimulationMark /> : null}
        </div>
        <main className="mx-auto grid w-full max-w-sm flex-1 content-center py-10">{children}</main>
      </div>
      <aside className="grid content-center gap-6 bg-[#0a4a43] px-14 text-[#f2f9f7] max-lg:hidden">
        <p className="max-w-md font-bold text-[2.5rem] leading-tight">{t("aboutTitle")}</p>
        <ul className="grid max-w-md gap-4 text-[#cfe9e4] text-lg">
          {[t("about1"), t("about2"), t("about3")].map((line) => (
            <li key={line} className="flex items-start gap-3">
              <Check aria-hidden="true" className="mt-1 size-5 shrink-0 text-[#6fd9c8]" />
              {line}
            </li>
          ))}
        </ul>
      </aside>
    </div>
  );
}
