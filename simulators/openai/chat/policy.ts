import { type Answer, answer, voice } from "./answers.ts";
import { afterTools, farewell } from "./closing.ts";
import { afterToolsInEnglish, answerInEnglish } from "./english.ts";
import { isSilence, isUnclear, readFacts } from "./facts.ts";
import { fillSchema } from "./fill.ts";
import { anythingElse, nextStep, record } from "./flow.ts";
import { type Intent, intentOf } from "./intents.ts";
import { gather, type Knowledge, summary } from "./knowledge.ts";
import { besideOrders, takeOrder } from "./ordering.ts";
import { acknowledge } from "./phrasing.ts";
import { askedIn } from "./questions.ts";
import type { Reply } from "./reply.ts";
import { textOf } from "./request.ts";
import type { ChatRequest, ChatTool } from "./shape.ts";
import { argumentsFor, toolFor } from "./tools.ts";
import { lastExchange, readConversation } from "./turns.ts";

/**
 * Decides the answer from the request alone: its prompt, its messages, the tools and the schema that it offers.
 * The same request always gets the same answer.
 */
export function decide(request: ChatRequest): Reply {
  const known = gather(readConversation(request.messages));
  const format = request.response_format;
  if (format?.type === "json_schema") return say(JSON.stringify(fillSchema(format.json_schema.schema, known)));
  if (format?.type === "json_object") return say(JSON.stringify(fillSchema(schemaFromPrompt(request), known)));

  const choice = request.tool_choice ?? "auto";
  const offered = (request.tools ?? []).map((tool) => tool.function);
  if (typeof choice === "object") {
    const forced = offered.find((tool) => tool.name === choice.function.name);
    return { text: "", calls: forced ? [callOf(forced, known)] : [] };
  }
  const reply = converse(known, choice === "none" ? [] : offered);
  if (choice === "required" && reply.calls.length === 0) {
    const tool = toolFor("message", offered) ?? toolFor("task", offered) ?? offered[0];
    return { text: "", calls: tool ? [callOf(tool, known)] : [] };
  }
  return request.parallel_tool_calls === false ? { ...reply, calls: reply.calls.slice(0, 1) } : reply;
}

function converse(known: Knowledge, tools: ChatTool[]): Reply {
  const { conversation, persona } = known;
  if (
    conversation.isTranscript ||
    (conversation.turns.length > 0 && /^\s*(?:סכמ?[יו]?|תמצת[יו]?)(?![א-ת])/.test(conversation.prompt))
  ) {
    return say(summary(known));
  }
  const isEnglish = persona.language === "en";
  if (conversation.pending.length > 0) return isEnglish ? afterToolsInEnglish(known) : afterTools(known, tools);
  if (conversation.turns.at(-1)?.speaker !== "caller") {
    return say(
      persona.businessName ? `שלום, הגעתם ל${persona.businessName}. במה אפשר לעזור?` : "שלום, במה אפשר לעזור?",
    );
  }
  const { caller, agent } = lastExchange(conversation.turns);
  if (isEnglish) return takeOrder(known, tools) ?? answerInEnglish(caller, known, tools);
  const intent = intentOf(caller, agent);
  const ordered = BEFORE_ORDERS.has(intent) ? undefined : takeOrder(known, tools);
  return ordered ?? respond(intent, caller, toolFor("order", tools) ? besideOrders(known) : known, tools);
}

/** Somebody who wants one of these is not asked how many dates. */
const BEFORE_ORDERS = new Set<Intent>(["unclear", "human", "abuse", "message", "complaint"]);

function respond(intent: Intent, said: string, known: Knowledge, tools: ChatTool[]): Reply {
  const { persona, facts } = known;
  switch (intent) {
    case "unclear":
      return say(repeatPlease(known));
    case "foreign":
      return foreign(known, tools);
    case "human":
      return transfer(known, tools);
    case "goodbye":
      return farewell(known, tools);
    case "hold":
      return say("כן, בבקשה.");
    case "repeat":
      return say(lastExchange(known.conversation.turns).agent || "אנחנו כאן. במה אפשר לעזור?");
    case "wrongNumber":
      return farewell(
        { ...known, facts: { complaint: false, wantsCallback: false, skipped: new Set(), asked: new Map() } },
        tools,
      );
    case "greeting":
      if (facts.need !== undefined) return say("כן, אנחנו כאן. איך נמשיך?");
      return say(`${timesInARow(known.conversation, "greeting") > 1 ? "כן, אנחנו כאן." : "שלום,"} במה אפשר לעזור?`);
    case "thanks":
      // Thanks, once all is written down, are the end of the conversation.
      if (record(known, tools).done) return farewell(known, tools);
      return say(`בשמחה. ${anythingElse(known)}`.trim());
    case "hours":
    case "address":
    case "identity":
      return withNext(answer(intent, said, persona), known, tools);
    case "question":
      // A question that also brings what was asked for ("יש לכם דירה ברמת גן?") carries the conversation on.
      if (persona.realEstate && /יש לכם|כמה עול/.test(said) && learned(known))
        return nextStep(known, tools, acknowledge(known));
      return withNext(answer(intent, said, persona), known, tools);
    case "complaint":
      return nextStep(known, tools, `${voice(persona, "אני מצטערת", "אני מצטער", "אנחנו מצטערים")} לשמוע.`);
    case "abuse":
      return calmDown(known, tools);
    case "booking":
    case "message":
    case "yes":
    case "no":
    case "inform":
      return nextStep(known, tools, acknowledge(known));
    default:
      return intent satisfies never;
  }
}

function say(text: string): Reply {
  return { text, calls: [] };
}

function callOf(tool: ChatTool, known: Knowledge): Reply["calls"][number] {
  return { name: tool.name, arguments: argumentsFor(tool, known) };
}

// An answer that is none is marked as such, where there is a tool for that.
function withNext({ text, sure }: Answer, known: Knowledge, tools: ChatTool[]): Reply {
  const reply = thenNext(text, known, tools);
  const unsure = sure ? undefined : toolFor("unsure", tools);
  return unsure ? { ...reply, calls: [...reply.calls, callOf(unsure, known)] } : reply;
}

// The answer, then back to what was being asked; a conversation that has no subject yet is asked for one.
function thenNext(text: string, known: Knowledge, tools: ChatTool[]): Reply {
  const { facts, conversation } = known;
  const busy = facts.deal !== undefined || facts.wantsCallback || facts.complaint || facts.area !== undefined;
  if (!busy || record(known, tools).done) return say(`${text} ${anythingElse(known)}`.trim());
  const next = nextStep(known, [], "");
  const asked = askedIn(lastExchange(conversation.turns).agent);
  return asked.length > 0 && next.text === "" ? say(text) : say(`${text} ${next.text}`.trim());
}

function transfer(known: Knowledge, tools: ChatTool[], opening = "בבקשה,"): Reply {
  const tool = toolFor("transfer", tools);
  if (!tool) return nextStep(known, tools, "כרגע אין למי להעביר, אבל אפשר לרשום הודעה.");
  const saying = `${opening} ${voice(known.persona, "אני מעבירה", "אני מעביר", "אנחנו מעבירים")} אתכם.`;
  return { text: saying, calls: [callOf(tool, { ...known, saying })] };
}

// Simple Hebrew first; whoever goes on in another language is better off with a person.
function foreign(known: Knowledge, tools: ChatTool[]): Reply {
  const { persona, conversation } = known;
  if (timesInARow(conversation, "foreign") > 1) return transfer(known, tools);
  const speak = voice(persona, "אני מדברת", "אני מדבר", "אנחנו מדברים");
  return say(`סליחה, ${speak} רק עברית. ${personOrMessage(tools)}`);
}

// A tool that is for the angry, too, is used at once; otherwise they are offered a person.
function calmDown(known: Knowledge, tools: ChatTool[]): Reply {
  const sorry = voice(known.persona, "אני מצטערת", "אני מצטער", "אנחנו מצטערים");
  if (/כועס|angry|upset/i.test(toolFor("transfer", tools)?.description ?? ""))
    return transfer(known, tools, `${sorry} שכך זה מרגיש.`);
  if (timesInARow(known.conversation, "abuse") > 1) return say(`הדברים נשמעו. ${personOrMessage(tools)}`);
  return say(`${sorry} שכך זה מרגיש. ${personOrMessage(tools)}`);
}

function personOrMessage(tools: ChatTool[]): string {
  return toolFor("transfer", tools) ? "אפשר לדבר עם אדם, או להשאיר הודעה. מה נוח לכם?" : "אפשר להשאיר הודעה. מה לרשום?";
}

/** How many of the callers' last turns in a row were of this sort. */
function timesInARow({ turns }: Knowledge["conversation"], intent: Intent): number {
  const callers = turns.filter((turn) => turn.speaker === "caller");
  return callers.length - 1 - callers.findLastIndex(({ text }) => intentOf(text, "") !== intent);
}

function repeatPlease({ conversation }: Knowledge): string {
  const callers = conversation.turns.filter((turn) => turn.speaker === "caller");
  const inARow = callers.length - 1 - callers.findLastIndex((turn) => !isUnclear(turn.text));
  if (isSilence(callers.at(-1)?.text ?? "") && inARow < 3)
    return inARow === 2 ? "הלו? שומעים אותי?" : "אנחנו כאן. אתם על הקו?";
  if (inARow >= 3) return "הקו לא טוב. אפשר להתקשר שוב, או להשאיר מספר טלפון ונחזור אליכם.";
  return inARow === 2 ? "עדיין לא ברור. אפשר לחזור לאט?" : "סליחה, לא שמענו טוב. אפשר לחזור על זה?";
}

function learned({ conversation, persona, facts }: Knowledge): boolean {
  const before = readFacts(conversation.turns.slice(0, -1), persona);
  return (["deal", "area", "rooms", "budgetShekels"] as const).some((slot) => facts[slot] !== before[slot]);
}

// With json_object the prompt itself names the keys: {"summary": …, "score": …}.
function schemaFromPrompt(request: ChatRequest): Record<string, unknown> {
  const keys = request.messages.flatMap((message) =>
    [...textOf(message.content).matchAll(/["'`]([a-zA-Z_]\w*)["'`]\s*:?/g)].map((match) => match[1] ?? ""),
  );
  const named = keys.length > 0 ? keys : ["summary"];
  const kind = (key: string): object =>
    /score|rating|rooms|budget|price/i.test(key) ? { type: ["number", "null"] } : { type: ["string", "null"] };
  return { type: "object", properties: Object.fromEntries(named.map((key) => [key, kind(key)])), required: named };
}
