import { cut } from "../hebrew/cut.ts";
import { toE164 } from "../hebrew/phone.ts";
import { spokenDigits } from "../hebrew/spoken-digits.ts";
import type { Brain, BrainEvent, CallAction, Utterance } from "../voice/ports.ts";
import { LAST_WORD, sayAndDo } from "./last-word.ts";
import { ToolRunner } from "./tool-runner.ts";
import type { Tool } from "./tools/tool.ts";

const ASK = {
  name: "נרשום הודעה ויחזרו אליכם. מה השם, בבקשה?",
  subject: "תודה. באיזה נושא לחזור אליכם?",
  phone: "ולאיזה מספר טלפון לחזור?",
  phoneAgain: "המספר לא נקלט במלואו. אפשר לומר אותו שוב, ספרה אחר ספרה?",
} as const;
type Question = keyof typeof ASK;

const KEPT_ALREADY = "ההודעה נרשמה, ויחזרו אליכם בהקדם. להתראות.";
const FAILED = "סליחה, לא הצלחנו לרשום את ההודעה. אפשר להתקשר שוב בעוד כמה דקות. להתראות.";
/** At the end of what was said: at its beginning some of them are greetings. */
const FAREWELL = /(?<!\p{L})(?:להתראות|ביי|יום טוב|ערב טוב לכם|שבוע טוב)[\s.,!]*$/u;
/** By itself no farewell. */
const GREETING = /^(?:יום טוב|ערב טוב לכם|שבוע טוב)[\s.,!]*$/u;
const POLITE = new Set(["תודה", "רבה", "טוב", "בסדר", "אוקיי", "אז", "לא", "לכם", "לך", "ביי", "להתראות"]);
/** Fewer words than this, before we asked anything, are a greeting and no subject. */
const SUBJECT_WORDS = 3;

interface FallbackOptions {
  /** The message is kept by the very tool that the model would use. */
  takeMessage: Tool;
  /** E.164; null when it was withheld and has to be asked for. */
  callerPhone: string | null;
  now: () => Date;
  /** Done to the call when the message cannot be kept; null: it ends. */
  lastResort: CallAction | null;
}

interface Told {
  name?: string;
  subject?: string;
  phone?: string;
}

/** The brain without a model: asks for name, subject and number, opens the task, and says goodbye. Needs nobody outside. */
export function createFallbackBrain({ takeMessage, callerPhone, now, lastResort }: FallbackOptions): Brain {
  const runner = new ToolRunner([takeMessage], () => now().getTime());
  return {
    reply: async function* (history, signal, decided) {
      if (wasKept(history, takeMessage)) return yield* sayAndLeave(KEPT_ALREADY);
      const { told, asked } = readHistory(history);
      const next = nextQuestion(told, asked, callerPhone);
      const leaving = !asked.has("name") && onlySaysGoodbye(history.at(-1)?.text ?? "");
      if (leaving) return yield* sayAndLeave(LAST_WORD.hang_up);
      if (next) return yield { type: "text", delta: ASK[next] };
      await decided;
      if (signal.aborted) return;
      const kept = yield* keep(runner, takeMessage, told);
      if (kept) return yield* sayAndLeave(keptWords(told));
      yield* lastResort ? sayAndDo(LAST_WORD[lastResort.kind], lastResort) : sayAndLeave(FAILED);
    },
  };
}

async function* keep(runner: ToolRunner, tool: Tool, told: Told): AsyncGenerator<BrainEvent, boolean> {
  const { subject, name, phone } = told;
  const input = { message: subject ?? "ביקשו שיחזרו אליהם", name, phone };
  const call = { id: "kept", name: tool.spec.name, argumentsJson: JSON.stringify(input) };
  let run = await runner.run(call);
  // The tool asks once for a better number; here it was asked for already.
  if (!run.ok) run = await runner.run(call);
  yield { type: "tool", use: run.use };
  return run.ok;
}

/** Whoever was not asked for a number hears which one is rung back, and can ring from another. */
function keptWords({ name, phone }: Told): string {
  const where = phone === undefined ? " למספר שממנו התקשרתם" : "";
  return `תודה${name ? ` ${name}` : ""}, ההודעה נרשמה. יחזרו אליכם בהקדם${where}. להתראות.`;
}

const sayAndLeave = (text: string): Generator<BrainEvent> => sayAndDo(text, { kind: "hang_up" });

function wasKept(history: readonly Utterance[], { spec }: Tool): boolean {
  return history.some(({ tools }) => tools.some(({ name, output }) => name === spec.name && output.ok === true));
}

/** Who says what they want and then goodbye has left a message, and is asked for their name. */
function onlySaysGoodbye(text: string): boolean {
  if (!FAREWELL.test(text) || GREETING.test(text.trim())) return false;
  const before = text.replace(FAREWELL, "").match(/\p{L}+/gu) ?? [];
  return before.filter((word) => !POLITE.has(word)).length < SUBJECT_WORDS;
}

/** Each question is asked once; the number once more when it did not come whole. */
function nextQuestion(told: Told, asked: ReadonlySet<Question>, callerPhone: string | null): Question | null {
  if (!asked.has("name")) return "name";
  if (!told.subject && !asked.has("subject")) return "subject";
  if (callerPhone) return null;
  if (!asked.has("phone")) return "phone";
  const whole = told.phone !== undefined && toE164(spokenDigits(told.phone)) !== null;
  return whole || asked.has("phoneAgain") ? null : "phoneAgain";
}

/** What was asked so far, and what the caller answered to it. */
function readHistory(history: readonly Utterance[]): { told: Told; asked: Set<Question> } {
  const told: Told = {};
  const asked = new Set<Question>();
  let current: Question | null = null;
  for (const { speaker, text } of history) {
    if (speaker === "agent") {
      const question = questionIn(text);
      if (question) asked.add(question);
      current = question ?? current;
    } else if (current) {
      answer(told, current, text);
    } else if (text.split(/\s+/).length >= SUBJECT_WORDS) {
      told.subject = joined(told.subject, text);
    }
  }
  return { told, asked };
}

function answer(told: Told, question: Question, text: string): void {
  switch (question) {
    case "name":
      told.name = nameIn(text);
      return;
    case "subject":
      told.subject = joined(told.subject, text);
      return;
    case "phone":
    case "phoneAgain":
      told.phone = text;
      return;
    default:
      question satisfies never;
  }
}

/** Cut short, a question still begins as it begins; a word that bridged a wait may stand before it. */
function questionIn(heard: string): Question | null {
  const questions: Question[] = ["name", "subject", "phone", "phoneAgain"];
  const sentences = [0, ...[...heard.matchAll(/[.?!]\s+/g)].map(({ index, 0: end }) => index + end.length)];
  const beginnings = sentences.map((at) => heard.slice(at, at + 12).trim()).filter((beginning) => beginning.length > 2);
  return questions.find((question) => beginnings.some((beginning) => ASK[question].startsWith(beginning))) ?? null;
}

function nameIn(text: string): string {
  const name = text
    .replace(/^(?:(?:כן|אה+|טוב|שלום)[,.]?\s+)*/, "")
    .replace(/^(?:השם (?:שלי )?(?:הוא )?|קוראים לי |שמי |אני |זה |זאת |מדברת? )/, "")
    .replace(/[.,!?]+$/, "");
  return cut(name, 120).trim();
}

function joined(before: string | undefined, text: string): string {
  return before ? `${before} ${text}` : text;
}
