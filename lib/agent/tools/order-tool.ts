import { z } from "zod";
import type { CartAction } from "../../ordering/actions.ts";
import { defineTool, type Tool } from "./tool.ts";

const product = z.number().int().min(0).describe("מספר המוצר ברשימת המוצרים");
const line = z.number().int().min(0).describe("מספר השורה בעגלה");
const quantity = z.number().int().min(-9_999_999).max(9_999_999).describe("כמה יחידות");
const several = <T extends z.ZodType>(one: T) => z.array(one).max(20).default([]);

/**
 * The cart, in the agent's hands: what is asked of it ends in `orders`, and is done together with the answer. To say yes to
 * an order is the customer's own: there is nothing here for it.
 */
export function orderTool(orders: CartAction[]): Tool {
  const heard = new Set<string>();
  return defineTool({
    name: "order",
    description: "שינוי העגלה של הלקוח, הצגתה, או סיכום ההזמנה לאישור שלו. העגלה נשלחת אליו אחרי התשובה.",
    schema: z.object({
      add: several(
        z.object({
          ...{ product, quantity },
          options: z.string().max(80).default("").describe("האפשרויות שנבחרו, במילים של הרשימה"),
        }),
      ),
      change: several(z.object({ line, quantity })).describe("כמות חדשה לשורה בעגלה"),
      remove: several(line).describe("שורות להוריד מהעגלה"),
      empty: z.boolean().default(false).describe("לרוקן את העגלה לפני הכול"),
      note: z.string().max(500).optional().describe("הערה להזמנה, במילים של הלקוח"),
      show: z.boolean().default(false).describe("להציג את העגלה"),
      place: z.boolean().default(false).describe("לסכם את ההזמנה לאישור הלקוח"),
    }),
    async run(asked) {
      // Models ask for the same twice in one answer; nobody orders so.
      const key = JSON.stringify(asked);
      if (heard.has(key)) return { output: { ok: true, told: "כבר נרשם" } };
      heard.add(key);
      const { add, change, remove, empty, note, show, place } = asked;
      if (empty) orders.push({ kind: "empty" });
      for (const one of change) orders.push({ kind: "change", number: one.line, quantity: one.quantity });
      // From the last line on, so that those before it keep their numbers.
      for (const number of remove.toSorted((a, b) => b - a)) orders.push({ kind: "remove", number });
      for (const one of add)
        orders.push({ kind: "add", number: one.product, quantity: one.quantity, rest: one.options });
      if (note) orders.push({ kind: "note", text: note });
      if (show) orders.push({ kind: "cart" });
      if (place) orders.push({ kind: "place" });
      return { output: { ok: true, told: "מה שנעשה יישלח ללקוח מיד אחרי התשובה" } };
    },
  });
}
