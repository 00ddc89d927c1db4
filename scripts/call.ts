/**
 * `npm run call`: rings the running system as a phone would, and prints the conversation, its timings and its record;
 * with `--all` a line for each scenario.
 */
import { readFileSync } from "node:fs";
import { CrmClient } from "./call/crm.ts";
import { type Part, type Played, playAll, withCallers } from "./call/play.ts";
import { outcomeOf, printReport } from "./call/report.ts";
import { scenarioOfAudio, scenarios } from "./call/scenarios/index.ts";
import type { Scenario } from "./call/scenarios/scenario.ts";
import { readFlags } from "./supervisor/flags.ts";
import { dataDirOf, readRunning } from "./supervisor/running.ts";
import { Trouble } from "./supervisor/trouble.ts";

const USAGE = `npm run call                            rings the running simulation: somebody looks for a flat to rent
npm run call -- --scenario NAME         … and somebody else: ${scenarios.map(({ name }) => name).join(", ")}
npm run call -- --all                   all of them, a line each; the last three kill parts of the product
npm run call -- --audio FILE.ulaw       … with a recording: raw mu-law, 8 kHz, mono
  --from +972521112233                  the number it rings from
  --json                                prints what happened for a program to read`;

try {
  process.exitCode = await call(flags());
} catch (error) {
  console.error(error instanceof Trouble ? error.message : error);
  process.exitCode = 1;
}

function flags() {
  return readFlags(USAGE, {
    options: {
      scenario: { type: "string", default: "rental" },
      all: { type: "boolean", default: false },
      audio: { type: "string" },
      from: { type: "string", default: "+972521112233" },
      json: { type: "boolean", default: false },
    },
  }).values;
}

async function call(values: ReturnType<typeof flags>): Promise<number> {
  const { simulation, publicUrl, databaseUrl } = readRunning();
  if (!simulation)
    throw new Trouble("Moked runs in live mode: ring it with a real phone. `npm run call` is for the simulation.");
  const crm = await CrmClient.logIn(publicUrl, dataDirOf());
  const world = { urls: simulation.urls, databaseUrl, dataDir: dataDirOf(), number: simulation.business_number };
  const played = await playAll(
    wanted(values),
    world,
    crm,
    values.json ? () => {} : values.all ? printOutcome : printReport,
  );
  if (values.json) {
    const told = played.map(({ scenario, ...rest }) => ({ scenario: scenario.name, ...rest }));
    console.log(JSON.stringify(values.all ? told : told[0], null, 2));
  }
  return played.every(({ faults }) => faults.length === 0) ? 0 : 1;
}

function wanted(values: ReturnType<typeof flags>): Part[] {
  if (values.all) return withCallers(scenarios);
  const scenario = values.audio ? scenarioOfAudio(readFileSync(values.audio)) : scenarioNamed(values.scenario);
  return [{ ...scenario, from: values.from }];
}

function printOutcome(played: Played): void {
  console.log(outcomeOf(played));
}

function scenarioNamed(name: string): Scenario {
  const scenario = scenarios.find((one) => one.name === name);
  if (!scenario)
    throw new Trouble(`There is no scenario "${name}". There are: ${scenarios.map((one) => one.name).join(", ")}.`);
  return scenario;
}
