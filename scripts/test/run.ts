import { projectRoot } from "../supervisor/root.ts";
import { runBrowserTests } from "./browser-tests.ts";
import { runCallScenarios } from "./call-scenarios.ts";
import { buildForTest, withProduct } from "./product.ts";
import { type Step, staticChecks } from "./static-checks.ts";
import { failedWith, lastLine, type Outcome, sum } from "./totals.ts";
import { runUnitTests } from "./unit-tests.ts";
import { openWorkspace, type Workspace } from "./workspace.ts";

/**
 * Runs every check there is, or those steps whose names contain one of `only`; prints a line for each as it ends, the
 * details of failures, and the totals last. Gives the exit code.
 */
export async function runAllTests(only: readonly string[], signal: AbortSignal): Promise<number> {
  const workspace = await openWorkspace(projectRoot);
  const outcomes: Outcome[] = [];
  try {
    const wanted = ({ name }: Step) => only.length === 0 || only.some((part) => name.includes(part));
    // Two at a time for what only reads files; the rest is timed or heavy and runs alone.
    await inParallel(2, staticChecks(workspace).filter(wanted), async (step) => {
      outcomes.push(await report(step, signal));
    });
    for (const step of heavySteps(workspace).filter(wanted)) outcomes.push(await report(step, signal));
  } finally {
    workspace.remove();
  }
  const total = sum(outcomes);
  console.log(lastLine(total));
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}

function heavySteps(workspace: Workspace): Step[] {
  return [
    { name: "unit and integration tests (vitest)", run: (signal) => runUnitTests(workspace, signal) },
    { name: "production build (next)", run: (signal) => buildForTest(workspace, signal) },
    {
      name: "the whole product, in a browser (playwright)",
      run: (signal) =>
        withProduct(workspace, "product", signal, (product) => runBrowserTests(workspace, product, signal)),
    },
    {
      name: "the whole product, on the phone (npm run call)",
      run: (signal) => withProduct(workspace, "calls", signal, (product) => runCallScenarios(product, signal)),
    },
  ];
}

async function report(step: Step, signal: AbortSignal): Promise<Outcome> {
  const from = Date.now();
  const outcome = await step.run(signal).catch((error: unknown) => {
    signal.throwIfAborted();
    return failedWith(error instanceof Error ? (error.stack ?? error.message) : String(error));
  });
  signal.throwIfAborted();
  const seconds = ((Date.now() - from) / 1000).toFixed(1);
  const mark = outcome.failed === 0 ? "✓" : "✗";
  console.log(`${mark} ${step.name}: ${lastLine(outcome)} (${seconds} s)`);
  // Also what passed only at its second try.
  if (outcome.details !== "") console.log(outcome.details.replaceAll(/^/gm, "    "));
  return outcome;
}

async function inParallel<T>(width: number, items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
  };
  await Promise.all(Array.from({ length: width }, worker));
}
