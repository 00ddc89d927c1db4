import type { JobPayload } from "../../jobs/schemas.ts";
import type { Mailer } from "../mail.ts";

/** Sends one mail. Thrown failures make the job come again. */
export async function sendMail(mailer: Mailer, payload: JobPayload<"send_mail">): Promise<void> {
  await mailer.send(payload);
}
