"use client";
import { Check, Pencil, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { Button } from "./button.tsx";
import { Input, Textarea } from "./field.tsx";
import { Problem } from "./problem.tsx";
import { typedKeys } from "./typed-keys.ts";
import { useAction } from "./use-action.ts";

interface InPlaceProps {
  /** What is written here: the field's name. */
  label: string;
  value: string;
  /** Where too much is refused with a sentence, none: more than fits is else cut off unseen. */
  maxLength?: number;
  /** Enter begins a line in long texts, and keeps the short ones. */
  long?: boolean;
  /** Keeps it. Throws ApiError. */
  onSave: (value: string) => Promise<unknown>;
  children: ReactNode;
}

/** Something that is read until its pencil is pressed. Esc leaves it as it was. */
export function InPlace({ label, value, maxLength, long = false, onSave, children }: InPlaceProps) {
  const t = useTranslations("inPlace");
  const [stage, setStage] = useState<"untouched" | "editing" | "left">("untouched");
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const problemId = useId();
  const { busy, problem, run, setProblem } = useAction();

  function close() {
    setStage("left");
    setProblem(null);
  }

  async function save() {
    const text = field.current?.value ?? "";
    if (text === value || (await run(() => onSave(text)))) close();
  }

  const keys = typedKeys({ enter: () => void save(), cancel: close });
  function onKeyDown(event: KeyboardEvent) {
    // In a long text Enter begins a line.
    if (!long || event.key !== "Enter" || event.ctrlKey || event.metaKey) keys(event);
  }

  if (stage !== "editing")
    return (
      <div className="flex min-w-0 items-start gap-1">
        <div className="min-w-0 flex-1">{children}</div>
        <Button
          // The field that had the focus is gone: its pencil takes it.
          autoFocus={stage === "left"}
          look="bare"
          size="icon"
          className="-my-1.5"
          aria-label={t("edit", { field: label })}
          onClick={() => setStage("editing")}
        >
          <Pencil aria-hidden="true" />
        </Button>
      </div>
    );
  const typed = {
    ref: field,
    dir: "auto",
    autoFocus: true,
    defaultValue: value,
    maxLength,
    onKeyDown,
    "aria-label": label,
    "aria-invalid": problem ? (true as const) : undefined,
    "aria-describedby": problem ? problemId : undefined,
    className: "text-start",
  };
  return (
    <div className="grid min-w-0 flex-1 gap-1.5">
      {long ? <Textarea {...typed} rows={4} /> : <Input {...typed} autoComplete="off" />}
      <div className="flex gap-1.5">
        <Button size="sm" look="primary" aria-disabled={busy} onClick={() => void save()}>
          <Check aria-hidden="true" />
          {t("keep")}
        </Button>
        <Button size="sm" onClick={close}>
          <X aria-hidden="true" />
          {t("cancel")}
        </Button>
      </div>
      <div id={problemId}>
        <Problem>{problem}</Problem>
      </div>
    </div>
  );
}
