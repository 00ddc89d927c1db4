import { enqueueAlone, type Job } from "../../jobs/queue.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { log } from "../../log.ts";

type TakeJob = Extract<Job, { name: "take_messages" | "take_reports" }>;
type Post = JobPayload<"take_messages">["posts"][number];

/**
 * What could not be taken is tried again without what could: each post as a job of its own, so that one that can never be taken
 * keeps no other back. The last of them throws, and the worker tries it again with growing pauses.
 */
export async function tryAgainAlone(job: TakeJob, failed: { post: Post; error: unknown }[]): Promise<void> {
  const { name, payload } = job;
  const [only] = failed;
  if (only === undefined) return;
  if (payload.posts.length === 1) throw only.error;
  for (const { post, error } of failed) {
    log().warn({ err: error, request_id: post.requestId, job: name }, "a post is tried again by itself");
    await enqueueAlone({ name, payload: { ...payload, posts: [post] } });
  }
}
