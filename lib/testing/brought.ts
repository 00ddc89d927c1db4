import { type JobHandlers, jobSchemas } from "../jobs/schemas.ts";
import { takeMessages } from "../messaging/jobs/take-messages.ts";
import { takeReports } from "../messaging/jobs/take-reports.ts";
import type { TestDatabase } from "./database.ts";

const handlers: Pick<JobHandlers, "take_messages" | "take_reports"> = {
  take_messages: takeMessages,
  take_reports: takeReports,
};

/** Does what the worker does with what a carrier has brought so far: oldest first, each job once. */
export async function takeBrought({ owner }: TestDatabase): Promise<void> {
  for (const name of ["take_messages", "take_reports"] as const) {
    const jobs = await owner`
      delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
      where t.id = j.task_id and t.identifier = ${name} returning j.id, payload`;
    for (const { payload } of jobs.toSorted((a, b) => Number(a.id) - Number(b.id))) {
      await handlers[name](jobSchemas[name].parse(payload), AbortSignal.timeout(10_000), 1);
    }
  }
}
