import { cut } from "../../hebrew/cut.ts";
import type { CallFact, CallInsight, Want } from "../schemas/insight.ts";
import { plainFacts, whenIn } from "./plain-facts.ts";
import { plainPromises } from "./plain-promises.ts";
import { isBusiness, plainScore, WISH } from "./plain-score.ts";
import { plainSentiment, plainWant, wantsCallBack, wantsToMeet } from "./plain-signs.ts";
import { handedOver, hasCallerWords, sourceOf, type ToldCall } from "./told-call.ts";

/** What plain rules find in a call: less than a model understands, but nothing that was not said. */
export function plainExtract(told: ToldCall): CallInsight {
  if (!hasCallerWords(told)) return NOTHING_SAID;
  const said = told.turns.flatMap(({ speaker, text }) => (speaker === "caller" ? [text] : [])).join("\n");
  const want = plainWant(said, told.business.field);
  const facts = plainFacts(told);
  const appointment = appointmentIn(told);
  const isHandedOver = handedOver(told).length > 0;
  return {
    summary: summary(told, want, facts, isHandedOver),
    want,
    facts,
    ...plainScore({
      want,
      facts,
      wantsToMeet: appointment !== null,
      wantsCallBack: wantsCallBack(said),
      isHandedOver,
    }),
    sentiment: plainSentiment(said),
    followUps: plainPromises(told),
    appointment,
    madeBy: "extract",
  };
}

const NOTHING_SAID: CallInsight = {
  summary: "בשיחה לא נאמר דבר.",
  want: "other",
  facts: [],
  score: 0,
  scoreReasons: ["לא נאמר דבר"],
  sentiment: "neutral",
  followUps: [],
  appointment: null,
  madeBy: "extract",
};

/** Their wish with its details; their own words where rules would only guess what was meant. */
function summary(told: ToldCall, want: Want, facts: CallFact[], isHandedOver: boolean): string {
  const isTold = isBusiness(want) && facts.length > 0;
  const wish = [WISH[want], isTold ? facts.map(({ value }) => value).join(", ") : ""].filter(Boolean).join(": ");
  const lines = told.turns.flatMap(({ speaker, text }) => (speaker === "caller" && text.trim() ? [text.trim()] : []));
  const quote = lines.find((text) => text.split(/\s+/).length >= 3) ?? lines[0] ?? "";
  const words = isTold ? "" : `נאמר: ״${cut(quote, 300)}״.`;
  return [wish && `${wish}.`, words, isHandedOver ? "נפתחה משימה לצוות." : ""].filter(Boolean).join(" ");
}

function appointmentIn({ turns }: ToldCall): CallInsight["appointment"] {
  const asked = turns.findIndex(({ speaker, text }) => speaker === "caller" && wantsToMeet(text));
  const offered = turns.findIndex(({ speaker, text }) => speaker === "agent" && /מתי נוח|לקבוע פגישה|שנבוא/.test(text));
  const from = asked >= 0 ? asked : offered;
  if (from < 0) return null;
  for (const turn of turns.slice(from)) {
    const when = turn.speaker === "caller" ? whenIn(turn.text) : null;
    if (when) return { what: "פגישה", when, turnIndex: sourceOf(turn) };
  }
  const wish = turns[asked];
  return wish ? { what: "פגישה", when: null, turnIndex: sourceOf(wish) } : null;
}
