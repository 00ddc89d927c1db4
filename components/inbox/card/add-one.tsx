"use client";
import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useId, useRef, useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Problem } from "../../ui/problem.tsx";
import { typedKeys } from "../../ui/typed-keys.ts";
import { useAction } from "../../ui/use-action.ts";

interface AddOneProps {
  /** On the button that opens the field. */
  opener: string;
  /** The field's name. */
  label: string;
  field: Pick<ComponentProps<"input">, "type" | "dir" | "maxLength" | "placeholder" | "className">;
  /** Adds what was typed. Throws ApiError. */
  onAdd: (typed: string) => Promise<unknown>;
}

/** A button that becomes a field: Enter adds, Esc gives up. */
export function AddOne({ opener, label, field, onAdd }: AddOneProps) {
  const t = useTranslations("inbox");
  const [adding, setAdding] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const problemId = useId();
  const { busy, problem, run, setProblem } = useAction();

  function close() {
    setAdding(false);
    setProblem(null);
  }

  async function add() {
    if (await run(() => onAdd(input.current?.value ?? ""))) close();
  }

  if (!adding)
    return (
      <Button look="bare" size="sm" className="-ms-2.5 w-fit" onClick={() => setAdding(true)}>
        <Plus aria-hidden="true" />
        {opener}
      </Button>
    );
  return (
    <div className="grid gap-1">
      <div className="flex gap-1.5">
        <Input
          {...field}
          ref={input}
          autoFocus
          autoComplete="off"
          aria-label={label}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? problemId : undefined}
          onKeyDown={typedKeys({ enter: () => void add(), cancel: close })}
        />
        <Button look="primary" aria-disabled={busy} onClick={() => void add()}>
          {t("add")}
        </Button>
      </div>
      <div id={problemId}>
        <Problem>{problem}</Problem>
      </div>
    </div>
  );
}
