import { readiness } from "#lib/health/readiness.ts";

export const dynamic = "force-dynamic";

export async function GET() {
  const report = await readiness();
  return Response.json(report, { status: report.status === "down" ? 503 : 200 });
}
