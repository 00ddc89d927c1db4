import { eq } from "drizzle-orm";
import { message } from "#drizzle/schema/index.ts";
import { systemContext } from "../../context.ts";
import { forBusiness } from "../../db/tenant.ts";
import type { JobPayload } from "../../jobs/schemas.ts";
import { failMessage } from "../hand-over.ts";

/** The business's phone was not there in all that time: the staff see it, and can send the message again. */
export async function expireMessage({ businessId, messageId }: JobPayload<"expire_message">): Promise<void> {
  const ctx = systemContext(businessId, "expire_message");
  const [row] = await forBusiness(
    ctx,
    (tx) => tx.select({ carrier: message.carrier }).from(message).where(eq(message.id, messageId)),
    "expireMessage",
  );
  if (row?.carrier === "baileys") await failMessage(ctx, messageId, "not_connected");
}
