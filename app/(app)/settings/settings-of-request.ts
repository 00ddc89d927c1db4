import { getSettings } from "#lib/businesses/get-settings.ts";
import { may } from "#lib/permissions.ts";
import { pageContext } from "#lib/web/page.ts";

/** The business's settings, and whether this person may change them. */
export async function settingsOfRequest() {
  const { ctx, role } = await pageContext();
  return { settings: await getSettings(ctx), writable: may(role, "business.write") };
}
