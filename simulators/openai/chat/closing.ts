import { anythingElse, nextStep, record } from "./flow.ts";
import { intentOf } from "./intents.ts";
import type { Knowledge } from "./knowledge.ts";
import { orderSayings } from "./order-sayings.ts";
import { ask } from "./questions.ts";
import type { Reply } from "./reply.ts";
import { tell } from "./results.ts";
import type { ChatTool } from "./shape.ts";
import { argumentsFor, purposeOf, toolFor } from "./tools.ts";
import { lastExchange } from "./turns.ts";

/** The goodbye, with the call ended by its tool; what was not yet written down is written down first. */
export function farewell(known: Knowledge, tools: ChatTool[]): Reply {
  const saying = goodbye(known);
  const { call } = record(known, tools);
  const end = toolFor("end", tools);
  const calls = call && !attempted(known, call.name) ? [call] : [];
  if (end) calls.push({ name: end.name, arguments: argumentsFor(end, { ...known, saying }) });
  return { text: saying, calls };
}

/** Speaks about what the tools answered, then goes on. */
export function afterTools(known: Knowledge, tools: ChatTool[]): Reply {
  const { conversation, persona } = known;
  const { pending, saidWithCalls } = conversation;
  const purposes = pending.map((outcome) => purposeOf(outcome.name));
  const told = pending.map((outcome) => tell(outcome, persona));
  if (purposes.includes("end")) return { text: saidWithCalls ? "" : goodbye(known), calls: [] };

  const text = told
    .map((one) => one.text)
    .filter(Boolean)
    .join(" ");
  const missing = told.find((one) => one.missing !== undefined)?.missing;
  if (missing)
    return { text: `${text} ${ask(missing, Math.max(1, known.facts.asked.get(missing) ?? 0))}`.trim(), calls: [] };
  const { caller, agent } = lastExchange(conversation.turns);
  if (intentOf(caller, agent) === "goodbye") {
    const ending = farewell(known, tools);
    return saidWithCalls
      ? { text: told.every((one) => one.ok) ? "" : text, calls: ending.calls }
      : { ...ending, text: `${text} ${ending.text}`.trim() };
  }
  if (purposes.includes("transfer")) {
    if (told.every((one) => one.ok)) return { text: saidWithCalls ? "" : text, calls: [] };
    const left = { ...known, facts: { ...known.facts, wantsCallback: true } };
    return nextStep(left, [], /הודעה/.test(text) ? text : `${text} אפשר לרשום הודעה.`);
  }
  // What was done to a cart is told by whoever did it, and what is not sure was said.
  if (purposes.every((purpose) => purpose === "order" || purpose === "unsure")) {
    const { gladly } = orderSayings[persona.language];
    return { text: saidWithCalls || text ? text : gladly, calls: [] };
  }
  if (purposes.includes("search")) return nextStep(known, tools, text);
  return { text: `${text} ${anythingElse(known)}`.trim(), calls: [] };
}

function goodbye({ persona, facts }: Knowledge): string {
  const own = persona.farewell;
  if (own) return /[.!?]$/.test(own) ? own : `${own}.`;
  const name = facts.name ? `, ${facts.name.split(" ")[0]}` : "";
  return persona.tone === "formal" ? `תודה שפניתם אלינו${name}. יום טוב ולהתראות.` : `תודה${name}. יום נעים ולהתראות.`;
}

function attempted({ conversation }: Knowledge, name: string): boolean {
  return conversation.outcomes.some((outcome) => outcome.name === name);
}
