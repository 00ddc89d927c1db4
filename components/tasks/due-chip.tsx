import { useFormatter, useTranslations } from "next-intl";
import { localDay } from "#lib/hebrew/time.ts";
import type { TaskView } from "#lib/tasks/schemas.ts";
import { Chip } from "../ui/chip.tsx";

/** Until when; marked once that is past. */
export function DueChip({ task }: { task: Pick<TaskView, "dueAt" | "doneAt"> }) {
  const t = useTranslations();
  const format = useFormatter();
  if (!task.dueAt) return null;
  const due = new Date(task.dueAt);
  const today = localDay(new Date());
  const overdue = !task.doneAt && localDay(due) < today;
  return (
    <Chip tone={overdue ? "warn" : "plain"} className="shrink-0">
      <span suppressHydrationWarning>
        {localDay(due) === today ? t("when.today") : format.dateTime(due, { day: "numeric", month: "short" })}
        {overdue ? ` · ${t("tasks.overdue")}` : ""}
      </span>
    </Chip>
  );
}
