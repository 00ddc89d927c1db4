"use client";
import { Command } from "cmdk";
import { Phone as PhoneIcon, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Role } from "#lib/permissions.ts";
import { callerName } from "../calls/caller.tsx";
import { When } from "../format/when.tsx";
import { Said } from "../ui/bidi.tsx";
import { Modal } from "../ui/modal.tsx";
import { mayLeaveTo } from "./leave.ts";
import { navItems } from "./nav-items.ts";
import { useCallSearch } from "./use-call-search.ts";

const row =
  "flex min-h-10 cursor-pointer items-center gap-3 rounded-sm px-3 py-1.5 text-sm data-[selected=true]:bg-brand-soft data-[selected=true]:text-brand-strong";
const heading =
  "[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-3 [&_[cmdk-group-heading]]:text-xs";

/** Ctrl-K everywhere: to a page, or to a call by anything that was said in it. */
export function Palette({ role }: { role: Role }) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("palette");

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // By its place on the keyboard: with a Hebrew layout the key says "ל".
      if (event.code !== "KeyK" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className="flex min-h-9.5 items-center gap-2 rounded-md bg-surface-2 px-3 text-ink-2 text-sm transition-colors duration-150 hover:text-ink max-md:ms-auto max-md:size-9.5 max-md:justify-center max-md:p-0 md:w-full md:max-w-[460px]"
      >
        <Search aria-hidden="true" className="size-4" />
        <span className="max-md:sr-only">{t("open")}</span>
        <kbd className="ms-auto rounded-[5px] border border-line-strong bg-surface-1 px-1.5 font-sans font-semibold text-[11px] max-md:hidden">
          <bdi dir="ltr">Ctrl K</bdi>
        </kbd>
      </button>
      <Modal open={open} onClose={() => setOpen(false)} label={t("title")} className="max-w-xl">
        <Choices role={role} onChosen={() => setOpen(false)} />
      </Modal>
    </>
  );
}

function Choices({ role, onChosen }: { role: Role; onChosen: () => void }) {
  const t = useTranslations("palette");
  const tNav = useTranslations("nav");
  const tCalls = useTranslations("calls");
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [chosen, setChosen] = useState("");
  const { calls, searching } = useCallSearch(typed);
  const pages = navItems(role).filter(
    (item) => tNav(item.name).includes(typed.trim()) || item.name.includes(typed.trim().toLowerCase()),
  );
  // Enter takes what is first until somebody walked further; what is chosen may be gone with the next letter.
  const offered = [...pages.map((item) => `page-${item.name}`), ...calls.map((call) => call.id)];
  const value = offered.includes(chosen) ? chosen : (offered[0] ?? "");
  const go = (href: string) => {
    onChosen();
    if (mayLeaveTo(href)) router.push(href);
  };
  return (
    <Command shouldFilter={false} label={t("title")} loop value={value} onValueChange={setChosen}>
      <div className="flex items-center gap-2.5 border-line border-b px-4">
        <Search aria-hidden="true" className="size-4 text-ink-3" />
        <Command.Input
          data-focus-first
          value={typed}
          onValueChange={setTyped}
          placeholder={t("placeholder")}
          className="min-h-12 w-full bg-transparent text-md outline-none"
        />
      </div>
      <Command.List className="max-h-[50vh] overflow-y-auto p-2">
        {pages.length > 0 ? (
          <Command.Group heading={t("pages")} className={heading}>
            {pages.map((item) => (
              <Command.Item key={item.name} value={`page-${item.name}`} onSelect={() => go(item.href)} className={row}>
                <item.icon aria-hidden="true" className="size-4" />
                {tNav(item.name)}
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        {calls.length > 0 ? (
          <Command.Group heading={t("calls")} className={heading}>
            {calls.map((call) => (
              <Command.Item key={call.id} value={call.id} onSelect={() => go(`/calls/${call.id}`)} className={row}>
                <PhoneIcon aria-hidden="true" className="size-4 shrink-0" />
                <span className="grid min-w-0 flex-1">
                  <span className="truncate font-semibold">
                    <Said>{callerName(call, tCalls("unknownCaller"))}</Said>
                  </span>
                  {call.excerpt ? (
                    <span className="truncate text-ink-2">
                      <Said>{call.excerpt}</Said>
                    </span>
                  ) : null}
                </span>
                <span className="shrink-0 text-ink-2 text-xs">
                  <When at={call.startedAt} />
                </span>
              </Command.Item>
            ))}
          </Command.Group>
        ) : null}
        {pages.length === 0 && calls.length === 0 ? (
          <p role="status" className="px-3 py-8 text-center text-ink-2 text-sm">
            {searching ? t("searching") : t("nothing")}
          </p>
        ) : null}
      </Command.List>
    </Command>
  );
}
