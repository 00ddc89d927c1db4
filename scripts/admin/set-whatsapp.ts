import { z } from "zod";
import { systemContext } from "#lib/context.ts";
import { allBusinesses } from "#lib/db/system.ts";
import { NotFound } from "#lib/errors.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { chooseProviderInput } from "#lib/whatsapp/schemas.ts";

const input = z.object({ business: z.uuid("מזהה העסק אינו תקין"), ...chooseProviderInput.shape });

/** Who carries this business's WhatsApp from now on. A phone is then paired by its owner, in the settings. */
export async function setWhatsapp(given: { business?: string; provider?: string }): Promise<Record<string, string>> {
  const { business, provider } = input.parse(given);
  if (!(await allBusinesses()).includes(business)) throw new NotFound("העסק לא נמצא");
  await chooseWhatsappProvider(systemContext(business, "set-whatsapp"), { provider });
  return { business_id: business, whatsapp_provider: provider };
}
