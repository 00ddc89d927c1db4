import { CircleCheckBig } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TaskView } from "#lib/tasks/schemas.ts";
import { DueChip } from "../tasks/due-chip.tsx";
import { Said } from "../ui/bidi.tsx";
import { Empty } from "../ui/empty.tsx";

/** What is waiting for a person, with the words it came from. */
export function Waiting({ tasks, openTasks }: { tasks: TaskView[]; openTasks: number }) {
  const t = useTranslations("home");
  if (tasks.length === 0)
    return (
      <Empty icon={CircleCheckBig} title={t("nothingWaitsTitle")} className="border-line border-t py-9">
        {t("nothingWaits")}
      </Empty>
    );
  return (
    <>
      <ul>
        {tasks.map((task) => (
          <li
            key={task.id}
            className="relative grid gap-1 border-line border-t px-4 py-3 transition-colors duration-150 hover:bg-surface-0"
          >
            <div className="flex items-start justify-between gap-2">
              <Link
                href={task.callId ? `/calls/${task.callId}` : "/tasks"}
                prefetch={false}
                className="min-w-0 break-words font-semibold text-sm after:absolute after:inset-0"
              >
                <Said>{task.title}</Said>
              </Link>
              <DueChip task={task} />
            </div>
            {task.details ? (
              <p className="line-clamp-2 text-ink-2 text-sm">
                <Said>{task.details}</Said>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {openTasks > tasks.length ? (
        <Link
          href="/tasks"
          className="block rounded-b-lg border-line border-t px-4 py-2.5 font-semibold text-brand-strong text-sm hover:bg-surface-0"
        >
          {t("more", { count: openTasks - tasks.length })}
        </Link>
      ) : null}
    </>
  );
}
