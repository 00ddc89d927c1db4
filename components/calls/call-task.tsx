import { CircleCheckBig, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallTask as Task } from "#lib/calls/schemas/insight.ts";
import { TaskTitle } from "../tasks/task-title.tsx";
import { Said } from "../ui/bidi.tsx";

/** A task of a call, and whether it is done; it leads to where it is. */
export function CallTask({ task, writable = false }: { task: Task; writable?: boolean }) {
  const t = useTranslations("call");
  const Icon = task.done ? CircleCheckBig : CircleDashed;
  return (
    <div className="flex items-start gap-2">
      <Icon
        aria-hidden="true"
        className={task.done ? "mt-0.5 size-4 shrink-0 text-good" : "mt-0.5 size-4 shrink-0 text-ink-3"}
      />
      <TaskTitle task={task} writable={writable}>
        <p className="break-words">
          <Link href={`/tasks${task.done ? "?state=done" : ""}#${task.id}`} className="rounded-sm hover:underline">
            <Said>{task.title}</Said>
          </Link>{" "}
          <span className="text-ink-3 text-xs">{t(task.done ? "taskDone" : "taskOpen")}</span>
        </p>
      </TaskTitle>
    </div>
  );
}
