"use client";
import { Check, Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { createTask, setTaskDone } from "#lib/client/tasks.ts";
import { createTaskInput, type TaskView } from "#lib/tasks/schemas.ts";
import { DueChip } from "../../tasks/due-chip.tsx";
import { Said } from "../../ui/bidi.tsx";
import { Button } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Problem } from "../../ui/problem.tsx";
import { typedKeys } from "../typed-keys.ts";
import { useAction } from "../use-action.ts";
import { CardList, CardSection } from "./section.tsx";

interface TasksSectionProps {
  tasks: TaskView[];
  customerId: string;
  conversationId: string;
  writable: boolean;
}

/** What is open with them; a task is opened and done from here. */
export function TasksSection({ tasks, customerId, conversationId, writable }: TasksSectionProps) {
  const t = useTranslations("inbox");
  const tTasks = useTranslations("tasks");
  const [adding, setAdding] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const { busy, problem, run, setProblem } = useAction();

  function close() {
    setAdding(false);
    setProblem(null);
  }

  async function add() {
    const parsed = createTaskInput.safeParse({ title: field.current?.value, customerId, conversationId });
    if (!parsed.success) return setProblem(parsed.error.issues[0]?.message ?? null);
    if (await run(() => createTask(parsed.data))) close();
  }

  const opener = (
    <Button look="bare" size="sm" onClick={() => setAdding(true)}>
      <Plus aria-hidden="true" />
      {t("newTask")}
    </Button>
  );
  return (
    <CardSection title={t("openTasks")} action={writable && !adding ? opener : null}>
      {adding ? (
        <div className="flex gap-1.5">
          <Input
            ref={field}
            autoFocus
            dir="auto"
            maxLength={200}
            aria-label={t("newTask")}
            placeholder={tTasks("newPlaceholder")}
            aria-invalid={problem ? true : undefined}
            onKeyDown={typedKeys({ enter: () => void add(), cancel: close })}
            className="text-start"
          />
          <Button look="primary" aria-disabled={busy} onClick={() => void add()}>
            {t("add")}
          </Button>
        </div>
      ) : null}
      <Problem>{problem}</Problem>
      <CardList none={t("noTasks")}>
        {tasks.map((task) => (
          <li key={task.id} className="flex items-start gap-2 p-1.5 text-sm">
            {writable ? (
              <button
                type="button"
                aria-label={tTasks("complete", { title: task.title })}
                onClick={() => void run(() => setTaskDone(task.id, true))}
                className="group -m-1.5 grid size-8 shrink-0 place-items-center rounded-md"
              >
                <span className="grid size-4.5 place-items-center rounded-sm border border-field text-transparent group-hover:border-brand group-hover:text-brand">
                  <Check aria-hidden="true" className="size-3" strokeWidth={3} />
                </span>
              </button>
            ) : null}
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <Said>{task.title}</Said>
            </span>
            <DueChip task={task} />
          </li>
        ))}
      </CardList>
    </CardSection>
  );
}
