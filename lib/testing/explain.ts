/** How PostgreSQL answers a question of the product: the plan of the last query that was made, as it was carried out. */
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { z } from "zod";
import * as schema from "#drizzle/schema/index.ts";
import type { Tx } from "../db/tenant.ts";

export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Index Name"?: string;
  "Actual Rows": number;
  "Actual Loops": number;
  Plans?: PlanNode[];
}
const explained = z.tuple([z.object({ "QUERY PLAN": z.tuple([z.object({ Plan: z.custom<PlanNode>() })]) })]);

/** More rows than this in one step of a plan means that something was read which nobody asked for. */
const PLENTY = 5_000;

/** Runs `ask` on a connection of the app's, behind row-level security, and then explains the last query that it made. */
export async function explainLast<T>(
  app: postgres.Sql,
  ask: (tx: Tx) => Promise<T>,
): Promise<{ answer: T; plan: PlanNode }> {
  const made: { query: string; params: unknown[] }[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void made.push({ query, params }) };
  const answer = await ask(drizzle(app, { schema, casing: "snake_case", logger }) as never);
  const last = made.at(-1);
  if (!last) throw new Error("nothing was asked");
  const rows = await app.unsafe(`explain (analyze, format json) ${last.query}`, last.params as never[]);
  const [
    {
      "QUERY PLAN": [report],
    },
  ] = explained.parse([...rows]);
  return { answer, plan: report.Plan };
}

export function planNodes(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(planNodes)];
}

export function planIndexes(plan: PlanNode): string[] {
  return planNodes(plan).flatMap((node) => node["Index Name"] ?? []);
}

/** The steps that read a table from end to end, or very much of one. */
export function tooMuch(plan: PlanNode): string[] {
  return planNodes(plan)
    .filter((node) => node["Node Type"] === "Seq Scan" || node["Actual Rows"] * node["Actual Loops"] > PLENTY)
    .map(
      (node) => `${node["Node Type"]} ${node["Relation Name"] ?? ""} ${node["Actual Rows"]}x${node["Actual Loops"]}`,
    );
}
