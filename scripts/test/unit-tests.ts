import { join } from "node:path";
import { z } from "zod";
import { readJson } from "../supervisor/files.ts";
import { startTestPostgres } from "./postgres.ts";
import { runCommand } from "./run-command.ts";
import { excerpt, failedWith, type Outcome } from "./totals.ts";
import type { Workspace } from "./workspace.ts";

const reportSchema = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(
        z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
});

/** Unit and integration tests by vitest, against a PostgreSQL of their own. */
export async function runUnitTests(workspace: Workspace, signal: AbortSignal): Promise<Outcome> {
  const { root, dir, env } = workspace;
  const database = await startTestPostgres(root, join(dir, "vitest"));
  try {
    const report = join(dir, "vitest.json");
    const args = ["run", "--reporter=json", `--outputFile=${report}`];
    const { output } = await runCommand(join(root, "node_modules/.bin/vitest"), args, {
      cwd: root,
      env: { ...env, TEST_DATABASE_URL: database.url, TEST_DATABASE_APP_URL: database.appUrl },
      signal,
      withinMs: 1_200_000,
    });
    const results = readJson(report, reportSchema);
    if (results === undefined) return failedWith(`vitest wrote no report:\n${excerpt(output)}`);
    return outcomeOf(results, root);
  } finally {
    await database.stop();
  }
}

function outcomeOf(report: z.infer<typeof reportSchema>, root: string): Outcome {
  // A file that cannot even be loaded, or prepared for, has no tests that fail: it counts as one failure.
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  const failures = report.testResults.flatMap((file) =>
    file.assertionResults
      .filter(({ status }) => status === "failed")
      .map(
        (test) =>
          `${short(file.name, root)}: ${test.fullName}\n${(test.failureMessages ?? []).join("\n").slice(0, 1_500)}`,
      ),
  );
  const unloadable = broken.map((file) => `${short(file.name, root)}: ${(file.message ?? "").slice(0, 1_500)}`);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    details: [...failures, ...unloadable].join("\n\n"),
  };
}

function short(path: string, root: string): string {
  return path.replace(`${root}/`, "");
}
