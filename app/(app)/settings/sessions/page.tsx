import { SessionList } from "#components/settings/session-list.tsx";
import { listSessions } from "#lib/users/sessions.ts";
import { pageContext } from "#lib/web/page.ts";

export default async function SessionsPage() {
  const { ctx, sessionId } = await pageContext();
  return <SessionList sessions={await listSessions(ctx, sessionId)} />;
}
