"use client";
import { LogOut, Monitor, Moon, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { toast } from "sonner";
import { keepLocale, keepTheme, parseLocale, parseTheme, type Theme, themes } from "#lib/client/preferences.ts";
import { logOut } from "#lib/client/session.ts";
import type { Role } from "#lib/permissions.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import {
  Menu,
  MenuChoice,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuLine,
  MenuRadioGroup,
  MenuTrigger,
} from "../ui/menu.tsx";

export interface Person {
  name: string;
  email: string;
  businessName: string;
  role: Role;
}

const themeIcons = { light: Sun, dark: Moon, system: Monitor } as const;

/** Who is logged in; how the pages look to them; the way out. */
export function UserMenu({ person, theme, compact }: { person: Person; theme: Theme; compact?: boolean }) {
  const t = useTranslations("user");
  const [chosenTheme, setChosenTheme] = useState(theme);
  const locale = useLocale();
  const router = useRouter();
  return (
    // Not modal: the page behind stays what it is, also for a screen reader.
    <Menu modal={false}>
      <MenuTrigger
        aria-label={compact ? t("menu", { name: person.name }) : undefined}
        className={cn(
          "flex min-w-0 items-center gap-2.5 rounded-md text-start transition-colors duration-150 hover:bg-surface-2",
          compact ? "rounded-full" : "w-full p-2",
        )}
      >
        <Avatar name={person.name} />
        {compact ? null : (
          <span className="min-w-0 text-sm">
            <span className="sr-only">{t("menu", { name: "" })}</span>
            <span className="block truncate font-semibold">
              <Said>{person.name}</Said>
            </span>
            <span className="block truncate text-ink-3">
              <Said>{person.businessName}</Said>
            </span>
          </span>
        )}
      </MenuTrigger>
      <MenuContent align="end">
        <div className="grid px-2.5 pt-1 pb-1.5 text-sm">
          <span className="font-semibold">
            <Said>{person.name}</Said>
          </span>
          <span dir="ltr" className="truncate text-start text-ink-3 text-xs rtl:text-end">
            {person.email}
          </span>
          <span className="text-ink-3 text-xs">{t(`role_${person.role}`)}</span>
        </div>
        <MenuLine />
        <MenuLabel>{t("theme")}</MenuLabel>
        <MenuRadioGroup
          value={chosenTheme}
          onValueChange={(value) => {
            keepTheme(parseTheme(value));
            setChosenTheme(parseTheme(value));
          }}
        >
          {themes.map((name) => {
            const Icon = themeIcons[name];
            return (
              <MenuChoice key={name} value={name} onSelect={(event) => event.preventDefault()}>
                <Icon aria-hidden="true" />
                {t(`theme_${name}`)}
              </MenuChoice>
            );
          })}
        </MenuRadioGroup>
        <MenuLine />
        <MenuLabel>{t("language")}</MenuLabel>
        <MenuRadioGroup
          value={locale}
          onValueChange={(value) => {
            keepLocale(parseLocale(value));
            router.refresh();
          }}
        >
          <MenuChoice value="he" lang="he">
            עברית
          </MenuChoice>
          <MenuChoice value="en" lang="en">
            English
          </MenuChoice>
        </MenuRadioGroup>
        <MenuLine />
        <MenuItem onSelect={signOut}>
          <LogOut aria-hidden="true" className="rtl:-scale-x-100" />
          {t("signOut")}
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}

async function signOut(): Promise<void> {
  try {
    await logOut();
    // A full load: nothing of this person's pages stays in the tab.
    location.assign("/login?left=1");
  } catch (error) {
    toast.error(error instanceof Error ? error.message : String(error));
  }
}
