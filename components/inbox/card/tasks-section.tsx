"use client";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { createTask, setTaskDone } from "#lib/client/tasks.ts";
import type { TaskView } from "#lib/tasks/schemas.ts";
import { DueChip } from "../../tasks/due-chip.tsx";
import { TaskTitle } from "../../tasks/task-title.tsx";
import { Said } from "../../ui/bidi.tsx";
import { Problem } from "../../ui/problem.tsx";
import { useAction } from "../../ui/use-action.ts";
import { AddOne } from "./add-one.tsx";
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
  const { problem, run } = useAction();
  return (
    <CardSection title={t("openTasks")}>
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
            <TaskTitle task={task} writable={writable}>
              <span className="[overflow-wrap:anywhere]">
                <Said>{task.title}</Said>
              </span>
            </TaskTitle>
            <DueChip task={task} />
          </li>
        ))}
      </CardList>
      {writable ? (
        <AddOne
          opener={t("newTask")}
          label={t("newTask")}
          field={{ dir: "auto", maxLength: 200, placeholder: tTasks("newPlaceholder"), className: "text-start" }}
          onAdd={(title) => createTask({ title, customerId, conversationId })}
        />
      ) : null}
    </CardSection>
  );
}
