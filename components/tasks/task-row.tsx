import { Check, Phone as PhoneIcon } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { TaskView } from "#lib/tasks/schemas.ts";
import { When } from "../format/when.tsx";
import { Phone, Said } from "../ui/bidi.tsx";
import { cn } from "../ui/cn.ts";
import { DueChip } from "./due-chip.tsx";
import { TaskTitle } from "./task-title.tsx";

interface TaskRowProps {
  task: TaskView;
  writable: boolean;
  onSettle: (done: boolean) => void;
}

export function TaskRow({ task, writable, onSettle }: TaskRowProps) {
  const t = useTranslations("tasks");
  const done = task.doneAt !== null;
  return (
    <li
      id={task.id}
      tabIndex={-1}
      // The frame's head stands over the list, and on a phone the navigation.
      className="flex scroll-my-24 items-start gap-3 border-line px-4 py-3 outline-none not-first:border-t focus:bg-brand-soft"
    >
      <button
        type="button"
        disabled={!writable}
        aria-label={t(done ? "reopen" : "complete", { title: task.title })}
        onClick={() => onSettle(!done)}
        className={cn("-m-2.5 group grid size-10 shrink-0 place-items-center rounded-md", !writable && "opacity-60")}
      >
        <span
          className={cn(
            "grid size-5 place-items-center rounded-sm border transition-colors duration-150",
            done
              ? "border-brand bg-brand text-on-brand"
              : "border-field text-transparent group-enabled:group-hover:border-brand group-enabled:group-hover:text-brand",
          )}
        >
          <Check aria-hidden="true" className="size-3.5" strokeWidth={3} />
        </span>
      </button>
      <div className="grid min-w-0 flex-1 gap-0.5">
        <div className="flex items-start justify-between gap-3">
          <TaskTitle task={task} writable={writable}>
            <p className={cn("break-words font-semibold", done && "text-ink-2 line-through decoration-1")}>
              <Said>{task.title}</Said>
            </p>
          </TaskTitle>
          <DueChip task={task} />
        </div>
        {task.details ? (
          <p className="whitespace-pre-line break-words text-ink-2 text-sm">
            <Said>{task.details}</Said>
          </p>
        ) : null}
        <p className="flex flex-wrap items-center gap-x-2 text-ink-3 text-xs">
          <span>{t(`source_${task.source}`)}</span>
          <span aria-hidden="true">·</span>
          {task.doneAt ? (
            <span>
              {t("doneAt")} <When at={task.doneAt} />
            </span>
          ) : (
            <When at={task.createdAt} />
          )}
          {task.customerName || task.customerPhone ? (
            <>
              <span aria-hidden="true">·</span>
              {task.customerName ? <Said>{task.customerName}</Said> : null}
              {task.customerPhone ? <Phone e164={task.customerPhone} /> : null}
            </>
          ) : null}
          {task.callId ? (
            <Link
              href={`/calls/${task.callId}`}
              prefetch={false}
              className="inline-flex items-center gap-1 rounded-sm font-semibold text-brand-strong hover:underline"
            >
              <PhoneIcon aria-hidden="true" className="size-3" />
              {t("fromCall")}
            </Link>
          ) : null}
        </p>
      </div>
    </li>
  );
}
