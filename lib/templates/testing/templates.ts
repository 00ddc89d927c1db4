import { eq } from "drizzle-orm";
import { business as businessTable } from "#drizzle/schema/index.ts";
import { forBusiness } from "../../db/tenant.ts";
import type { CarriedTemplate } from "../../providers/whatsapp/types.ts";
import type { TestBusiness } from "../../testing/business.ts";
import { keepTemplates } from "../keep-templates.ts";
import { listTemplates } from "../list-templates.ts";

/** A template as its carrier has it: approved, for advertising, with the customer's name in it. */
export function carriedTemplate(over: Partial<CarriedTemplate> = {}): CarriedTemplate {
  return {
    ...{ providerId: `HX${"0".repeat(31)}1`, name: "we_missed_you", language: "he", category: "marketing" },
    ...{ approval: "approved", rejectionReason: "", body: "שלום {{1}}, יש לנו {{2}}. להסרה: הסר" },
    variables: [
      { name: "1", sample: "נועה" },
      { name: "2", sample: "נכסים חדשים" },
    ],
    buttons: [],
    ...over,
  };
}

/** Gives the business a WhatsApp number and these templates; answers with their ids, by name. */
export async function withTemplates(
  business: TestBusiness,
  templates: CarriedTemplate[] = [carriedTemplate()],
): Promise<Record<string, string>> {
  await forBusiness(business.ctx, (tx) =>
    tx.update(businessTable).set({ whatsappNumber: business.number }).where(eq(businessTable.id, business.id)),
  );
  await keepTemplates(business.ctx, templates);
  const { items } = await listTemplates(business.as("owner"));
  return Object.fromEntries(items.map(({ name, id }) => [name, id]));
}
