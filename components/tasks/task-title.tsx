"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { renameTask } from "#lib/client/tasks.ts";
import { InPlace } from "../ui/in-place.tsx";

interface TaskTitleProps {
  task: { id: string; title: string };
  writable: boolean;
  /** The title as it is read there. */
  children: ReactNode;
}

/** What is to be done; put right where it stands. */
export function TaskTitle({ task: { id, title }, writable, children }: TaskTitleProps) {
  const t = useTranslations("tasks");
  if (!writable) return <div className="min-w-0 flex-1">{children}</div>;
  return (
    <InPlace label={t("titleOf", { title })} value={title} onSave={(typed) => renameTask(id, typed)}>
      {children}
    </InPlace>
  );
}
