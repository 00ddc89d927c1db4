import { exportCalls } from "#lib/calls/export-calls.ts";
import { csvDownload } from "#lib/web/csv.ts";
import { businessRoute } from "#lib/web/route.ts";

export const GET = businessRoute(async ({ ctx, query }) => csvDownload("calls.csv", exportCalls(ctx, query)));
