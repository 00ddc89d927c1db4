"use client";
import { Search, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { conversationFilters } from "#lib/messaging/schemas/views.ts";
import { Said } from "../ui/bidi.tsx";
import { Chip } from "../ui/chip.tsx";
import { cn } from "../ui/cn.ts";
import { ScrollRow } from "../ui/scroll-row.tsx";
import { type InboxPlace, inboxHref } from "./inbox-query.ts";

/** Which conversations are listed: a search (`/`), and the tabs. */
export function ListHead({ place }: { place: InboxPlace }) {
  const t = useTranslations("inbox");
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches("input, textarea, select");
      if (event.key !== "/" || typing || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      field.current?.focus();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);

  return (
    <div className="sticky top-0 z-10 grid gap-2 border-line border-b bg-surface-1 p-3">
      <search>
        <form
          className="relative"
          onSubmit={(event) => {
            event.preventDefault();
            const q = String(new FormData(event.currentTarget).get("q") ?? "").trim();
            router.push(inboxHref({ ...place, q: q || undefined, cursor: undefined }));
          }}
        >
          <Search aria-hidden="true" className="pointer-events-none absolute start-3 top-2.5 size-4 text-ink-3" />
          <input
            ref={field}
            type="search"
            name="q"
            key={place.q ?? ""}
            defaultValue={place.q}
            dir="auto"
            aria-label={t("search")}
            placeholder={t("search")}
            className="w-full rounded-md bg-surface-2 py-2 ps-9 pe-3 text-sm [text-align:match-parent]"
          />
        </form>
      </search>
      <ScrollRow label={t("filters")} current={place.filter} className="gap-1.5 pb-0.5">
        {conversationFilters.map((filter) => (
          <Link
            key={filter}
            data-key={filter}
            href={inboxHref({ filter, q: place.q, tag: place.tag, conversationId: place.conversationId })}
            aria-current={filter === place.filter ? "page" : undefined}
            className={cn(
              "flex items-center whitespace-nowrap rounded-full px-3 py-0.5 font-semibold text-xs leading-6 max-md:min-h-11 max-md:px-4",
              filter === place.filter ? "bg-brand-soft text-brand-strong" : "bg-surface-2 text-ink-2 hover:text-ink",
            )}
          >
            {t(`filter_${filter}`)}
          </Link>
        ))}
      </ScrollRow>
      {place.tag ? (
        <p className="flex items-center gap-1.5 text-ink-2 text-xs">
          {t("tagFilter")}
          <Chip tone="brand" className="pe-0.5">
            <Said>{place.tag}</Said>
            <Link
              href={inboxHref({ ...place, tag: undefined, cursor: undefined })}
              aria-label={t("withoutTag")}
              className="grid size-6 place-items-center rounded-full hover:bg-surface-1"
            >
              <X aria-hidden="true" className="size-3.5" />
            </Link>
          </Chip>
        </p>
      ) : null}
    </div>
  );
}
