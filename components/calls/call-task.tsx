import { CircleCheckBig, CircleDashed } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CallTask as Task } from "#lib/calls/schemas/insight.ts";
import { Said } from "../ui/bidi.tsx";

/** A task of a call, and whether it is done; it leads to where it is. */
export function CallTask({ task }: { task: Task }) {
  const t = useTranslations("call");
  const Icon = task.done ? CircleCheckBig : CircleDashed;
  return (
    <span className="flex items-start gap-2">
      <Icon
        aria-hidden="true"
        className={task.done ? "mt-0.5 size-4 shrink-0 text-good" : "mt-0.5 size-4 shrink-0 text-ink-3"}
      />
      <span className="min-w-0 break-words">
        <Link href={`/tasks${task.done ? "?state=done" : ""}#${task.id}`} className="rounded-sm hover:underline">
          <Said>{task.title}</Said>
        </Link>{" "}
        <span className="text-ink-3 text-xs">{t(task.done ? "taskDone" : "taskOpen")}</span>
      </span>
    </span>
  );
}
