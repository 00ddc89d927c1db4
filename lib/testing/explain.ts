/** How PostgreSQL answers a question of the product: the plans of the queries that were made, as they were carried out. */
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

/** Runs `ask` on a connection of the app's, behind row-level security, and explains every query that it made. */
export async function explain<T>(
  app: postgres.Sql,
  ask: (tx: Tx) => Promise<T>,
): Promise<{ answer: T; plans: PlanNode[] }> {
  const made: { query: string; params: unknown[] }[] = [];
  const logger = { logQuery: (query: string, params: unknown[]) => void made.push({ query, params }) };
  const answer = await ask(drizzle(app, { schema, casing: "snake_case", logger }) as never);
  const plans: PlanNode[] = [];
  for (const { query, params } of made) {
    const rows = await app.unsafe(`explain (analyze, format json) ${query}`, params as never[]);
    const [
      {
        "QUERY PLAN": [report],
      },
    ] = explained.parse([...rows]);
    plans.push(report.Plan);
  }
  return { answer, plans };
}

export function stepsOf(plans: readonly PlanNode[]): PlanNode[] {
  return plans.flatMap((plan) => [plan, ...stepsOf(plan.Plans ?? [])]);
}

export function indexesOf(plans: readonly PlanNode[]): string[] {
  return stepsOf(plans).flatMap((step) => step["Index Name"] ?? []);
}

/** The steps that read a table from end to end, or very much of one. */
export function tooMuch(plans: readonly PlanNode[]): string[] {
  return stepsOf(plans)
    .filter((step) => step["Node Type"] === "Seq Scan" || step["Actual Rows"] * step["Actual Loops"] > PLENTY)
    .map(
      (step) => `${step["Node Type"]} ${step["Relation Name"] ?? ""} ${step["Actual Rows"]}x${step["Actual Loops"]}`,
    );
}
