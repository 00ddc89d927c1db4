import { fillSchema } from "./fill.ts";
import type { Knowledge } from "./knowledge.ts";
import type { ChatTool, JsonSchema } from "./shape.ts";

/** What the dialogue may want a tool for. Which tool that is, the offered names and descriptions say. */
export type Purpose = "end" | "transfer" | "message" | "task" | "lead" | "search" | "book" | "order" | "unsure";

const SIGNS: Record<Purpose, { name: RegExp; description: RegExp }> = {
  end: {
    name: /end_?call|hang_?up|finish|goodbye|terminate/i,
    description: /לסיים את השיחה|מסיים את השיחה|סיום השיחה|לנתק|end the call|hang up/i,
  },
  transfer: {
    name: /transfer|hand_?(?:off|over)|escalate|human/i,
    description:
      /להעביר את (?:השיחה|המתקשר)|מעביר את השיחה|העברת (?:השיחה|ההתכתבות)|נציג אנושי|transfer the (?:call|conversation)/i,
  },
  message: { name: /message|voicemail/i, description: /הודעה|leave a message/i },
  task: { name: /task|todo|follow_?up|callback|ticket/i, description: /משימה|task/i },
  lead: { name: /lead|save_(?:details|customer)|update_customer/i, description: /ליד|פרטי הלקוח|פרטי המתעניין/i },
  search: { name: /search|find|lookup|list_listings/i, description: /חיפוש|לחפש|מאגר|search/i },
  book: {
    name: /book|schedule|appointment|viewing|meeting/i,
    description: /לקבוע (?:פגישה|ביקור|תור)|קביעת|תיאום|book/i,
  },
  order: { name: /order|cart|basket/i, description: /עגלה|cart/i },
  unsure: { name: /not_?sure|unsure|uncertain/i, description: /אינה ודאית|לא ודאי|not (?:be )?(?:sure|certain)/i },
};

/** The offered tool that serves the purpose best; names count more than descriptions. */
export function toolFor(purpose: Purpose, tools: ChatTool[]): ChatTool | undefined {
  const signs = SIGNS[purpose];
  const score = (tool: ChatTool): number =>
    (signs.name.test(tool.name) ? 2 : 0) + (signs.description.test(tool.description ?? "") ? 1 : 0);
  // A tool whose name says that it is for something else is not taken for its description.
  const fits = tools.filter((tool) => score(tool) >= 2 || (score(tool) === 1 && !namedForAnother(tool, purpose)));
  return fits.sort((a, b) => score(b) - score(a))[0];
}

/** The purpose of a tool by its name; undefined when the name is none that the dialogue knows. */
export function purposeOf(toolName: string): Purpose | undefined {
  return (Object.keys(SIGNS) as Purpose[]).find((purpose) => SIGNS[purpose].name.test(toolName));
}

/** The arguments for a call, filled from what is known by the tool's own parameter schema, as JSON. */
export function argumentsFor(tool: ChatTool, known: Knowledge): string {
  const schema: JsonSchema = tool.parameters ?? { type: "object", properties: {} };
  return JSON.stringify(fillSchema(schema, known, { optional: tool.strict === true }) ?? {});
}

function namedForAnother(tool: ChatTool, purpose: Purpose): boolean {
  const named = purposeOf(tool.name);
  return named !== undefined && named !== purpose;
}
