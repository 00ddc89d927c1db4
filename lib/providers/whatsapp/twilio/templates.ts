import { ProviderFailed } from "../../../errors.ts";
import { type TwilioAccess, twilioClient } from "../../telephony/twilio/client.ts";
import type { TemplateSource } from "../types.ts";
import { toSendFailure } from "./map.ts";
import { toTemplate } from "./map-template.ts";

/** More than WhatsApp allows an account. */
const MOST = 6000;
const PAGE = 500;

/** The account's templates and what WhatsApp said of them. https://www.twilio.com/docs/content/content-api-resources */
export function twilioTemplates(access: TwilioAccess): TemplateSource {
  const client = twilioClient(access);
  return {
    async list() {
      try {
        const all = await client.content.v1.contentAndApprovals.list({ limit: MOST, pageSize: PAGE });
        return all.map(toTemplate).filter((template) => template !== null);
      } catch (error) {
        const failure = toSendFailure(error);
        throw failure instanceof ProviderFailed
          ? failure
          : new ProviderFailed("whatsapp", false, "the templates were refused", error);
      }
    },
  };
}
