export function GET() {
  return Response.json({ service: "Hebrew AI Call Center CRM", status: "ok" });
}
