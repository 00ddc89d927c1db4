/**
 * What the agent can do in a conversation in writing. Nothing is done while it thinks: what is wanted is written down, and
 * done together with the answer that tells of it, once.
 */
import { z } from "zod";
import type { CartAction } from "../../ordering/actions.ts";
import { orderTool } from "./order-tool.ts";
import { defineTool, type Tool } from "./tool.ts";

export interface WrittenWishes {
  /** Pass the conversation to a person, and why. */
  handOver: "asked" | "angry" | null;
  /** The answer may not be right. */
  unsure: boolean;
  tasks: { title: string; details: string }[];
  /** What the customer is called. */
  name: string | null;
  /** What is to be done to the cart, in order. */
  orders: CartAction[];
}

export function noWishes(): WrittenWishes {
  return { handOver: null, unsure: false, tasks: [], name: null, orders: [] };
}

const customerName = z.string().max(120).optional().describe("שם הלקוח, אם נכתב");

/** The tools of one answer; what they are asked for ends in `wishes`. `sells`: the business takes orders in writing. */
export function writingTools(wishes: WrittenWishes, sells: boolean): Tool[] {
  const noted = { output: { ok: true as const } };
  const tools = [
    defineTool({
      name: "take_message",
      description: "השארת הודעה לצוות ובקשה לחזור אל הלקוח. פעם אחת, כשהנושא ידוע.",
      schema: z.object({ message: z.string().min(1).max(2000).describe("מה למסור, עם כל הפרטים"), name: customerName }),
      async run({ message, name }) {
        wishes.tasks.push({ title: name ? `לחזור ל${name}` : "לחזור ללקוח", details: message });
        wishes.name = name ?? wishes.name;
        return noted;
      },
    }),
    defineTool({
      name: "open_task",
      description: "פתיחת משימה לצוות העסק, כשצריך טיפול שאינו חזרה ללקוח.",
      schema: z.object({
        title: z.string().min(1).max(200).describe("מה צריך לעשות, במשפט אחד"),
        details: z.string().max(2000).default("").describe("הפרטים"),
        name: customerName,
      }),
      async run({ title, details, name }) {
        wishes.tasks.push({ title, details });
        wishes.name = name ?? wishes.name;
        return noted;
      },
    }),
    defineTool({
      name: "hand_over",
      description: "העברת ההתכתבות לאדם מהצוות: כשמבקשים זאת, או כשכועסים.",
      schema: z.object({ reason: z.enum(["asked", "angry"]).describe("asked: ביקשו אדם. angry: כועסים") }),
      async run({ reason }) {
        wishes.handOver = reason;
        return noted;
      },
    }),
    defineTool({
      name: "not_sure",
      description: "סימון שהתשובה אינה ודאית. בפעם השנייה ברצף אדם מהצוות ממשיך.",
      schema: z.object({}),
      async run() {
        wishes.unsure = true;
        return noted;
      },
    }),
  ];
  return sells ? [...tools, orderTool(wishes.orders)] : tools;
}
