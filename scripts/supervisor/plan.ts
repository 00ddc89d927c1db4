import { isAbsolute, join } from "node:path";
import { decideMode, type Env, type Mode, settingOf } from "#lib/config/mode.ts";
import { settingProblems } from "#lib/config/optional.ts";
import { degradations, describeProblems, liveProblems } from "#lib/config/requirements.ts";
import { parsePort } from "./ports.ts";
import { Trouble } from "./trouble.ts";

/** What a start has to do, decided from the environment before anything is touched. */
export type Plan = {
  mode: Mode;
  port: number;
  /** Where the public port listens: a simulation is for this machine only. */
  listenHost: string;
  /** The one origin that people, providers and every printed link use. */
  publicUrl: string;
  dataDir: string;
  logDir: string;
  /** Where Next keeps its build, relative to the project. */
  distDir: string;
  /** The operator's own PostgreSQL, when there is one. */
  databaseUrl: string | undefined;
  databaseAppUrl: string | undefined;
  /** What the operator should know before it starts. */
  notices: string[];
};

/** @throws Trouble for a half-made or incomplete live setup, naming everything at once. */
export function planStart(env: Env, root: string): Plan {
  const decision = decideMode(env);
  if (decision.kind === "refused" && settingOf(env, "PUBLIC_HOST") === undefined) throw new Trouble(decision.reason);
  const live = decision.kind !== "simulation";
  const mode = live ? "live" : "simulation";
  const problems = live ? liveProblems(env) : settingProblems(env);
  if (problems.length > 0) throw new Trouble(describeProblems(problems, mode));
  const port = parsePort(env.PORT);
  return {
    mode,
    port,
    listenHost: live ? "0.0.0.0" : "127.0.0.1",
    publicUrl: decision.kind === "live" ? decision.publicHost : `http://localhost:${port}`,
    dataDir: inProject(root, settingOf(env, "DATA_DIR") ?? ".data"),
    logDir: inProject(root, settingOf(env, "LOG_DIR") ?? "logs"),
    distDir: settingOf(env, "NEXT_DIST_DIR") ?? ".next",
    databaseUrl: settingOf(env, "DATABASE_URL"),
    databaseAppUrl: settingOf(env, "DATABASE_APP_URL"),
    notices: noticesFor(env, live),
  };
}

function noticesFor(env: Env, live: boolean): string[] {
  const notices = live ? degradations(env).map(({ because, effect }) => `${because}: ${effect}.`) : [];
  if (settingOf(env, "REDIS_HOST") !== undefined) notices.push("REDIS_HOST is not needed: jobs live in PostgreSQL.");
  return notices;
}

function inProject(root: string, path: string): string {
  return isAbsolute(path) ? path : join(root, path);
}
