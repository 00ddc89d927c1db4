import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewTask } from "#components/tasks/new-task.tsx";
import { StateTabs } from "#components/tasks/state-tabs.tsx";
import { TaskList } from "#components/tasks/task-list.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Page, PageHeader } from "#components/ui/page.tsx";
import { Pager } from "#components/ui/pager.tsx";
import { Invalid } from "#lib/errors.ts";
import { may } from "#lib/permissions.ts";
import { listTasks } from "#lib/tasks/list-tasks.ts";
import { pageContext } from "#lib/web/page.ts";
import type { SearchProps } from "../../page-props.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("tasks"))("title") };
}

export default async function TasksPage({ searchParams }: SearchProps) {
  const { ctx, role } = await pageContext();
  const params = await searchParams;
  const state = params.state === "done" ? "done" : "open";
  const cursor = typeof params.cursor === "string" ? params.cursor : undefined;
  const page = await listTasks(ctx, { state, cursor }).catch((error: unknown) => {
    if (error instanceof Invalid && cursor) return listTasks(ctx, { state });
    throw error;
  });
  const t = await getTranslations("tasks");
  const writable = may(role, "tasks.write");
  return (
    <Page className="max-w-[880px]">
      <PageHeader title={t("title")} subtitle={t("subtitle")} actions={<StateTabs state={state} />} />
      {writable ? state === "open" ? <NewTask /> : null : <Notice tone="info">{t("readOnly")}</Notice>}
      <TaskList key={`${state}:${cursor ?? ""}`} tasks={page.items} state={state} writable={writable} />
      <Pager
        path="/tasks"
        query={{ state: state === "done" ? state : undefined }}
        cursor={cursor ?? null}
        nextCursor={page.nextCursor}
      />
    </Page>
  );
}
