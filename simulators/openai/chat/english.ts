/** The conversation in English, where the prompt asks for it: shorter than the one in Hebrew, and as honest. */
import type { Knowledge } from "./knowledge.ts";
import type { Reply } from "./reply.ts";
import { succeeded } from "./results.ts";
import type { ChatTool } from "./shape.ts";
import { argumentsFor, type Purpose, toolFor } from "./tools.ts";

/** How each wish is answered, the most urgent first. */
const ANSWERS: { wish: RegExp; text: (known: Knowledge) => string | undefined; tool?: Purpose }[] = [
  {
    wish: /\b(?:thie(?:f|ves)|liars?|scam(?:mers?)?|crooks?|idiots?|shame on you|rip-?off)\b/i,
    text: () => "We are sorry that it feels this way. A person from our team will go on from here.",
    tool: "transfer",
  },
  {
    wish: /\b(?:speak|talk|chat|transfer|connect|real|actual)\b.*\b(?:human|person|people|someone|somebody|representative|agent|manager)\b/i,
    text: () => "Of course, a person from our team will go on from here.",
    tool: "transfer",
  },
  {
    wish: /\b(?:call|phone|ring|get back to|contact) me\b/i,
    text: () => "Of course. We will get back to you soon.",
    tool: "message",
  },
  {
    wish: /\bcomplain(?:t|ts)?\b|\bbroken\b|\bproblem\b/i,
    text: () => "We are sorry to hear that. Our team will get back to you soon.",
    tool: "message",
  },
  {
    wish: /\bopen(?:ing)?\b|\bhours\b|\bclosed?\b/i,
    text: ({ persona }) => persona.hours && `Our opening hours: ${inEnglish(persona.hours)}.`,
  },
  {
    wish: /\baddress\b|\blocat(?:ed|ion)\b|\bwhere are you\b/i,
    text: ({ persona }) => persona.address && `Our address: ${persona.address}.`,
  },
  {
    wish: /\b(?:who are you|who is this|robot|bot)\b/i,
    text: ({ persona }) => `This is the digital assistant of ${persona.businessName ?? "the business"}.`,
  },
  { wish: /\?|^(?:do|does|is|are|can|could|what|when|how|why|which)\b/i, text: () => undefined },
  { wish: /\b(?:bye|goodbye|good night|have a (?:nice|good) day)\b/i, text: () => "Thank you, and goodbye." },
  { wish: /\b(?:thanks|thank you|thx)\b/i, text: () => "You are welcome. Is there anything else?" },
];
const UNKNOWN = "We do not know that for certain, but our team can check and get back to you.";

/** The answer to what was just said; what the prompt does not tell is marked as not sure. */
export function answerInEnglish(said: string, known: Knowledge, tools: ChatTool[]): Reply {
  const found = ANSWERS.find(({ wish }) => wish.test(said));
  if (!found) return { text: "How can we help you?", calls: [] };
  const text = found.text(known);
  const purpose = text === undefined ? "unsure" : found.tool;
  const tool = purpose && toolFor(purpose, tools);
  const call = tool && { name: tool.name, arguments: argumentsFor(tool, { ...known, subject: said }) };
  return { text: text ?? UNKNOWN, calls: call ? [call] : [] };
}

/** What was said together with the tools stands, unless one of them failed. */
export function afterToolsInEnglish({ conversation }: Knowledge): Reply {
  const { pending, saidWithCalls } = conversation;
  if (!pending.every(succeeded)) return { text: "Sorry, that did not work right now.", calls: [] };
  return { text: saidWithCalls ? "" : "Gladly.", calls: [] };
}

const WORDS: [RegExp, string][] = [
  ...["ראשון", "שני", "שלישי", "רביעי", "חמישי", "שישי", "שבת"].map((day, at): [RegExp, string] => [
    new RegExp(day, "g"),
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"][at] ?? day,
  ]),
  [/ימים |יום /g, ""],
  [/עד/g, "to"],
  [/סגור/g, "closed"],
  [/ וגם | ו-?(?=\d)/g, " and "],
];

function inEnglish(hours: string): string {
  return WORDS.reduce((text, [hebrew, english]) => text.replace(hebrew, english), hours).replace(/[.\s]+$/, "");
}
