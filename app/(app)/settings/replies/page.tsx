import { RepliesSection } from "#components/settings/replies-section.tsx";
import { listCannedReplies } from "#lib/messaging/canned-replies.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";

export default async function RepliesPage() {
  const { ctx, role } = await pageContext();
  return <RepliesSection replies={await listCannedReplies(ctx)} writable={may(role, "business.write")} />;
}
