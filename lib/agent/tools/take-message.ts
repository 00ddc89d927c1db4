import { z } from "zod";
import { updateCustomer } from "../../customers/update-customer.ts";
import { formatPhone, toE164 } from "../../hebrew/phone.ts";
import { spokenDigits } from "../../hebrew/spoken-digits.ts";
import { leaveMessage } from "../../tasks/leave-message.ts";
import { type CallAtHand, defineTool, type Tool } from "./tool.ts";

/** A message for the staff: becomes a task to ring back, one a call, and tells what the customer is called. */
export function takeMessage({ ctx, callId, caller, askedForNumber = false }: CallAtHand): Tool {
  // Whoever does not want to give a number is asked once, and their message is kept all the same.
  const asked = { forNumber: askedForNumber };
  /** What is known of whom to ring back by now. */
  const known = { name: caller.name, phone: caller.phone };
  return defineTool({
    name: "take_message",
    description: "השארת הודעה לצוות ובקשה לחזור אל המתקשרים. פעם אחת בשיחה, כשהנושא ידוע.",
    schema: z.object({
      message: z.string().min(1).max(2000).describe("מה למסור, כולל כל הפרטים שנאמרו"),
      name: z.string().max(120).optional().describe("שם המתקשרים, אם נאמר"),
      phone: z.string().max(60).optional().describe("מספר לחזרה, אם אינו המספר שממנו התקשרו"),
    }),
    async run({ message, name, phone }) {
      const given = phone ? (toE164(phone) ?? toE164(spokenDigits(phone))) : null;
      const number = given ?? known.phone;
      if (!asked.forNumber && ((phone && !given) || !number)) {
        asked.forNumber = true;
        const reason = phone ? "מספר הטלפון לא נשמע שלם. צריך לבקש אותו שוב" : "המספר חסוי. צריך לבקש מספר לחזרה";
        return { output: { ok: false, reason } };
      }
      Object.assign(known, { name: name ?? known.name, phone: number });
      if (name && caller.customerId) await updateCustomer(ctx, { customerId: caller.customerId, name });
      const task = await leaveMessage(ctx, {
        title: `להחזיר טלפון ל${whom(known.name, number)}`,
        details: details({ message, name, number, unclear: given ? undefined : phone }),
        callId,
        customerId: caller.customerId ?? undefined,
      });
      return { output: { ok: true, task_id: task.id } };
    },
  });
}

function whom(name: string | null | undefined, number: string | null): string {
  if (name) return name;
  return number ? `מספר ${formatPhone(number)}` : "מי שהתקשרו ממספר חסוי";
}

interface Details {
  message: string;
  name: string | undefined;
  number: string | null;
  /** A number that could not be understood, as it was written down. */
  unclear: string | undefined;
}

function details({ message, name, number, unclear }: Details): string {
  return [
    message,
    name && `שם: ${name}`,
    number ? `טלפון: ${formatPhone(number)}` : "לא נמסר מספר לחזרה",
    unclear && `מספר שנאמר ולא נקלט במלואו: ${unclear}`,
  ]
    .filter(Boolean)
    .join("\n");
}
