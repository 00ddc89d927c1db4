"use client";
import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { createTask } from "#lib/client/tasks.ts";
import { startOfDay } from "#lib/hebrew/time.ts";
import { createTaskInput } from "#lib/tasks/schemas.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { Input } from "../ui/field.tsx";

/** A task in one line: what, and perhaps until when. */
export function NewTask() {
  const t = useTranslations("tasks");
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(fields: FormData) {
    const day = String(fields.get("due") ?? "");
    const input = {
      title: String(fields.get("title") ?? ""),
      ...(day ? { dueAt: startOfDay(day).toISOString() } : {}),
    };
    const parsed = createTaskInput.safeParse(input);
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message ?? null);
    setBusy(true);
    setProblem(null);
    try {
      await createTask(parsed.data);
      form.current?.reset();
      toast.success(t("added"));
      router.refresh();
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
    }
    setBusy(false);
  }

  return (
    <Card className="p-3">
      <form
        ref={form}
        noValidate
        aria-label={t("newTask")}
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void submit(new FormData(event.currentTarget));
        }}
      >
        <Input
          name="title"
          dir="auto"
          aria-label={t("newTask")}
          placeholder={t("newPlaceholder")}
          maxLength={200}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? "new-task-problem" : undefined}
          className="min-w-48 flex-1 text-start"
        />
        <label htmlFor="new-task-due" className="flex items-center gap-1.5 text-ink-2 text-sm">
          {t("due")}
          <Input id="new-task-due" name="due" type="date" dir="ltr" className="w-auto" />
        </label>
        <Button type="submit" look="primary" aria-disabled={busy} className="max-sm:flex-1">
          <Plus aria-hidden="true" />
          {t("add")}
        </Button>
      </form>
      {problem ? (
        <p id="new-task-problem" role="alert" className="mt-2 font-semibold text-live-strong text-xs">
          {problem}
        </p>
      ) : null}
    </Card>
  );
}
