import { cut } from "../../hebrew/cut.ts";
import type { CallInsight } from "../schemas/insight.ts";
import { isCallBack } from "./follow-ups.ts";
import type { ToldCall } from "./told-call.ts";

const PROMISE =
  /(?<![א-ת])ו?(?:(?:נחזור|אחזור|יחזרו|יחזור|תחזור) אלי|(?:נשלח|אשלח|ישלחו|יישלח|נבדוק|יבדקו|נתקשר|יתקשרו|יתקשר)(?![א-ת]))/;
/** A condition, a refusal, or what is done while the caller holds the line. */
const NO_PROMISE = /\?|(?<![א-ת])(?:אם|לא|רגע|שנייה)(?![א-ת])/;

/** What the agent was heard to say that the business will do, in its own words; to call back is one promise. */
export function plainPromises({ turns }: ToldCall): CallInsight["followUps"] {
  const said = turns.flatMap(({ speaker, text, index }) =>
    speaker === "agent" ? sentencesOf(text).map((sentence) => ({ sentence, turnIndex: index })) : [],
  );
  const promised = said.filter(({ sentence }) => PROMISE.test(sentence) && !NO_PROMISE.test(sentence));
  const byMeaning = new Map(
    promised.map(({ sentence, turnIndex }) => {
      const title = cut(sentence.replace(/[.!\s]+$/, ""), 200);
      return [isCallBack(title) ? "call back" : title, { title, turnIndex }];
    }),
  );
  return [...byMeaning.values()].slice(0, 6);
}

function sentencesOf(text: string): string[] {
  return text.trim().split(/(?<=[.!?])\s+/);
}
