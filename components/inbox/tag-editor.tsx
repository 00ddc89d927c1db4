"use client";
import { Plus, X } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Said } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Chip } from "../ui/chip.tsx";
import { Problem } from "../ui/problem.tsx";
import { typedKeys } from "../ui/typed-keys.ts";
import { useAction } from "../ui/use-action.ts";

interface TagEditorProps {
  tags: string[];
  /** What is marked with them, for the names of the buttons. */
  label: string;
  writable: boolean;
  /** Where everything with a tag is; without it a tag leads nowhere. */
  hrefOf?: (tag: string) => string;
  /** Keeps all of them. Throws ApiError. */
  onSave: (tags: string[]) => Promise<unknown>;
}

/** Words that something is marked with: one is taken away at its cross, one is added after the plus. */
export function TagEditor({ tags, label, writable, hrefOf, onSave }: TagEditorProps) {
  const t = useTranslations("inbox");
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { problem, run, setProblem } = useAction();

  function done() {
    setAdding(false);
    setProblem(null);
  }

  async function add() {
    const tag = field.current?.value.trim() ?? "";
    if (tag === "" || tags.includes(tag)) return done();
    if ((await run(() => onSave([...tags, tag]))) && field.current) field.current.value = "";
  }

  return (
    <div className="grid gap-1">
      <ul aria-label={label} className="flex flex-wrap items-center gap-1.5">
        {tags.map((tag) => (
          <li key={tag}>
            <Chip className={writable ? "pe-0.5" : undefined}>
              {hrefOf ? (
                <Link href={hrefOf(tag)} title={t("withTag", { tag })} className="rounded-sm hover:underline">
                  <Said>{tag}</Said>
                </Link>
              ) : (
                <Said>{tag}</Said>
              )}
              {writable ? (
                <button
                  type="button"
                  aria-label={t("removeTag", { tag })}
                  onClick={() => void run(() => onSave(tags.filter((one) => one !== tag)))}
                  className="grid size-6 place-items-center rounded-full hover:bg-line"
                >
                  <X aria-hidden="true" className="size-3.5" />
                </button>
              ) : null}
            </Chip>
          </li>
        ))}
        {writable ? (
          <li>
            {adding ? (
              <input
                ref={field}
                // biome-ignore lint/a11y/noAutofocus: it was asked for just now
                autoFocus
                dir="auto"
                maxLength={40}
                aria-label={t("newTag")}
                placeholder={t("newTag")}
                onBlur={done}
                onKeyDown={typedKeys({ enter: () => void add(), cancel: done })}
                className="min-h-8 w-32 rounded-full border border-field bg-surface-1 px-3 text-sm text-start"
              />
            ) : (
              <Button look="bare" size="sm" className="rounded-full" onClick={() => setAdding(true)}>
                <Plus aria-hidden="true" />
                {t("addTag")}
              </Button>
            )}
          </li>
        ) : null}
      </ul>
      <Problem>{problem}</Problem>
    </div>
  );
}
