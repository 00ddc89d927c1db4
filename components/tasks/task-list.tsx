"use client";
import { CircleCheckBig, ListChecks } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useOptimistic, useTransition } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { setTaskDone } from "#lib/client/tasks.ts";
import type { TaskView } from "#lib/tasks/schemas.ts";
import { Card } from "../ui/card.tsx";
import { Empty } from "../ui/empty.tsx";
import { TaskRow } from "./task-row.tsx";

interface TaskListProps {
  tasks: TaskView[];
  state: "open" | "done";
  writable: boolean;
}

/** One click and a task is done; it leaves the list at once, and can be brought back. */
export function TaskList({ tasks, state, writable }: TaskListProps) {
  const t = useTranslations("tasks");
  const router = useRouter();
  const [, startTransition] = useTransition();
  const [shown, hide] = useOptimistic(tasks, (all, taskId: string) => all.filter((task) => task.id !== taskId));

  // A link to one task leads to it. The browser's own leap is over before the list is there.
  useEffect(() => document.getElementById(window.location.hash.slice(1))?.focus(), []);

  function settle(task: TaskView, done: boolean) {
    startTransition(async () => {
      hide(task.id);
      await change(task.id, done, () => change(task.id, !done));
    });
  }

  async function change(taskId: string, done: boolean, undo?: () => void) {
    try {
      await setTaskDone(taskId, done);
      toast.success(
        t(done ? "completed" : "reopened"),
        undo ? { action: { label: t("undo"), onClick: undo }, duration: 8000 } : {},
      );
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    startTransition(() => router.refresh());
  }

  if (shown.length === 0)
    return (
      <Card>
        <Empty
          icon={state === "open" ? CircleCheckBig : ListChecks}
          title={t(state === "open" ? "emptyOpenTitle" : "emptyDoneTitle")}
          className="py-16"
        >
          {t(state === "open" ? "emptyOpen" : "emptyDone")}
        </Empty>
      </Card>
    );
  return (
    <Card>
      <ul>
        {shown.map((task) => (
          <TaskRow key={task.id} task={task} writable={writable} onSettle={(done) => settle(task, done)} />
        ))}
      </ul>
    </Card>
  );
}
