/** `npm run call`: rings the running system as a phone would, and prints the conversation, its timings and its record. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { faultsOf } from "./call/checks.ts";
import { inCircumstances } from "./call/circumstances.ts";
import { CrmClient } from "./call/crm.ts";
import { whileFailing } from "./call/faults.ts";
import { ringUp, setAnswering } from "./call/phone.ts";
import { printReport } from "./call/report.ts";
import { scenarioOfAudio, scenarios } from "./call/scenarios/index.ts";
import type { Scenario } from "./call/scenarios/scenario.ts";
import { dataDirOf, readRunning } from "./supervisor/running.ts";
import { Trouble } from "./supervisor/trouble.ts";

/** Where the demo business transfers its callers to. */
const STAFF_PHONE = "+972521234567";

const { values } = parseArgs({
  options: {
    scenario: { type: "string", default: "rental" },
    audio: { type: "string" },
    from: { type: "string", default: "+972521112233" },
    json: { type: "boolean", default: false },
  },
});

try {
  process.exitCode = await call();
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}

async function call(): Promise<number> {
  const { simulation, publicUrl, databaseUrl } = readRunning();
  if (!simulation)
    throw new Trouble("Moked runs in live mode: ring it with a real phone. `npm run call` is for the simulation.");
  const scenario = values.audio ? scenarioOfAudio(readFileSync(values.audio)) : scenarioNamed(values.scenario);
  const crm = await CrmClient.logIn(publicUrl, dataDirOf());
  await setAnswering(simulation.urls.phone, STAFF_PHONE, !scenario.nobodyAnswers);
  const ring = () =>
    ringUp(simulation.urls.phone, { from: values.from, to: simulation.business_number, script: scenario.script });
  const world = { databaseUrl, number: simulation.business_number };
  const phone = await inCircumstances(scenario, world, () =>
    whileFailing(simulation.urls, scenario.faults ?? {}, ring),
  );
  const record = await crm.finishedCall(phone.callSid, scenario.expects.sentiment !== undefined);
  const faults = faultsOf(scenario, phone, record);
  if (values.json) console.log(JSON.stringify({ scenario: scenario.name, phone, record, faults }, null, 2));
  else printReport(scenario, phone, record, faults);
  return faults.length === 0 ? 0 : 1;
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((one) => one.name === name);
  if (!scenario)
    throw new Trouble(`There is no scenario "${name}". There are: ${scenarios.map((one) => one.name).join(", ")}.`);
  return scenario;
}
