import { CrmClient } from "../call/crm.ts";
import { type Played, playAll, withCallers } from "../call/play.ts";
import { outcomeOf } from "../call/report.ts";
import { scenarios } from "../call/scenarios/index.ts";
import type { Scenario } from "../call/scenarios/scenario.ts";
import { readRunning } from "../supervisor/running.ts";
import type { StartedProduct } from "./product.ts";
import { rejectionOf } from "./rejection.ts";
import { failedWith, type Outcome } from "./totals.ts";

/**
 * The scenarios of `npm run call` against a running product, together; but for those that take minutes, and those in which
 * the product itself is struck (server-ws/process-dies.test.ts and database-away.test.ts have them). Each is a test.
 * What failed is tried once more, since calls, product and database share two cores: one stall is no defect. The details
 * tell of all that failed at least once what was expected and what was said.
 */
export async function runCallScenarios(product: StartedProduct | undefined, signal: AbortSignal): Promise<Outcome> {
  const wanted = scenarios.filter(({ takesMinutes, strike }) => takesMinutes === undefined && strike === undefined);
  if (product === undefined) return failedWith("the product did not start", wanted.length);
  const { simulation, databaseUrl } = readRunning(product.dataDir);
  if (simulation === undefined) return failedWith("the product is no simulation", wanted.length);
  const crm = await CrmClient.logIn(product.url, product.dataDir);
  const { dataDir } = product;
  const world = { urls: simulation.urls, databaseUrl, dataDir, number: simulation.business_number };
  const failing = async (tried: readonly Scenario[]): Promise<Played[]> => {
    const played = await Promise.race([playAll(withCallers(tried), world, crm), rejectionOf(signal)]);
    return played.filter(({ faults }) => faults.length > 0);
  };
  const once = await failing(wanted);
  const twice = await failing(once.map(({ scenario }) => scenario));
  const details = [...once, ...(twice.length > 0 ? ["tried again:"] : []), ...twice];
  return {
    passed: wanted.length - twice.length,
    failed: twice.length,
    skipped: 0,
    details: details.map((part) => (typeof part === "string" ? part : outcomeOf(part))).join("\n"),
  };
}
