import { z } from "zod";
import { type CallListInput, type CallView, callView } from "#lib/calls/schemas/views.ts";
import { api, apiUrl } from "./api.ts";

const callPage = z.object({ items: z.array(callView), nextCursor: z.string().nullable() });

/** The newest calls that match words, a name or a number. Throws ApiError. */
export async function searchCalls(q: string, signal: AbortSignal): Promise<CallView[]> {
  const page = await api("/api/crm/calls", callPage, { query: { q, limit: 6 }, signal });
  return page.items;
}

/** Where the browser downloads the calls of a filter from. */
export function callExportUrl(filter: CallListInput): string {
  const { q, status, from, to, sort } = filter;
  return apiUrl("/api/crm/calls/export", { q, status, from, to, sort });
}
