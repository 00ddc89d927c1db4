import { z } from "zod";
import type { InsightEdits } from "#lib/calls/schemas/insight.ts";
import {
  type CallDetails,
  type CallListInput,
  type CallView,
  callDetails,
  callView,
} from "#lib/calls/schemas/views.ts";
import { api, apiUrl } from "./api.ts";

const callPage = z.object({ items: z.array(callView), nextCursor: z.string().nullable() });

/** The newest calls that match words, a name or a number. Throws ApiError. */
export async function searchCalls(q: string, signal: AbortSignal): Promise<CallView[]> {
  const page = await api("/api/crm/calls", callPage, { query: { q, limit: 6 }, signal });
  return page.items;
}

/** Where the browser downloads the calls of a filter from. */
export function callExportUrl(filter: CallListInput): string {
  const { q, status, from, to, minScore, sentiment, want, sort } = filter;
  const score = minScore === undefined ? undefined : String(minScore);
  return apiUrl("/api/crm/calls/export", { q, status, from, to, min_score: score, sentiment, want, sort });
}

/** What the staff put right; null takes a field back to what the job had found. */
export type InsightChanges = { [F in keyof InsightEdits]: InsightEdits[F] | null };

/** Puts right what became of a call. Throws ApiError. */
export function updateInsight(callId: string, changes: InsightChanges): Promise<CallDetails> {
  return api(`/api/crm/calls/${callId}/insight`, callDetails, { method: "PATCH", body: changes });
}
