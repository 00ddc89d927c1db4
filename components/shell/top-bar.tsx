import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Theme } from "#lib/client/preferences.ts";
import type { Role } from "#lib/permissions.ts";
import { Chip, LiveDot } from "../ui/chip.tsx";
import { Brand } from "./brand.tsx";
import { Palette } from "./palette.tsx";
import { SimulationMark } from "./simulation-mark.tsx";
import { type Person, UserMenu } from "./user-menu.tsx";

interface TopBarProps {
  role: Role;
  person: Person;
  theme: Theme;
  liveCalls: number;
  simulation: boolean;
}

/** Search, what is live, and on a phone also who is logged in. */
export function TopBar({ role, person, theme, liveCalls, simulation }: TopBarProps) {
  return (
    <header className="sticky top-0 z-20 flex min-h-16 items-center gap-3 border-line border-b bg-surface-1 px-4 py-2.5 md:px-6 print:hidden">
      <Link href="/" className="md:hidden">
        <Brand className="[&>span]:size-8.5" />
      </Link>
      <Palette role={role} />
      <div className="flex items-center gap-2 md:ms-auto">
        {simulation ? <SimulationMark className="max-sm:hidden" /> : null}
        <LiveChip count={liveCalls} />
        <div className="md:hidden">
          <UserMenu person={person} theme={theme} compact />
        </div>
      </div>
    </header>
  );
}

function LiveChip({ count }: { count: number }) {
  const t = useTranslations("nav");
  if (count === 0) return null;
  return (
    <Link href="/calls?status=live" className="rounded-full">
      <Chip tone="live" className="min-h-6">
        <LiveDot />
        {t("liveCount", { count })}
      </Chip>
    </Link>
  );
}
