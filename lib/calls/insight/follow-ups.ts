/** Which of the agent's promises still need a task of their own. */
import type { CallInsight } from "../schemas/insight.ts";
import { areAlike, isSaidIn, touch } from "./alike.ts";

type FollowUp = CallInsight["followUps"][number];

/** A task of the call that was opened otherwise than for a promise. */
export interface OpenedTask {
  title: string;
  details: string;
  /** What it was opened for, where the product or a tool of the agent's did so. */
  onceKey: string | null;
}

const BACK = "[נאית]חזור|[ית]חזרו|לחזור|חוזר(?:ת|ים)?";
const GIVEN_BACK = "(?:להחזיר|[נאית]חזירו?|החזרת) (?:[א-ת]+ )?(?:טלפון|שיחה)";
/** To ring the caller. Whoever is only named may be somebody else: an appraiser, a bank. */
const CALLER = "ה?לקוח|ה?פונה|ה?מתקשר|מספר";
const WHAT_FOR = "קבוע|תאם|ברר|בדוק|עדכן|תת|ספר";
const RINGING = `(?:להתקשר|[נאית]תקשרו?)(?! ל(?!${CALLER}|${WHAT_FOR})[א-ת])(?! אל (?!${CALLER}))`;
const CALLING_BACK = new RegExp(`(?<![א-ת])[וש]{0,2}(?:${BACK}|${GIVEN_BACK}|${RINGING})(?![א-ת])`);
/** Something that is done to something: "to check and call back" is to call back. */
const DEED =
  "[לנאית](?:שלוח|שלחו?|בדוק|בדקו|בררו?|הכין|כינו?|תאמו?|קבוע|קבעו?|העביר|עבירו?)(?![א-ת])(?! ו| את זה| זאת|[.,!\\s]*$)";
const A_DEED = new RegExp(`(?<![א-ת])[וש]?${DEED}`);
const ANOTHER_DEED = new RegExp(`(?<![א-ת])ו${DEED}`);
/** Tasks of these keys are to call back, whatever the staff have called them since. */
const CALL_BACK_KEY = /^(?:message|call-back):/;

/** Whether that is all that is promised; what one calls back for ("to settle an hour") is no second thing. */
export function isCallBack(title: string): boolean {
  const [before = ""] = title.split(CALLING_BACK);
  return CALLING_BACK.test(title) && !A_DEED.test(before) && !ANOTHER_DEED.test(title);
}

/** Those that no task says yet: to call back is one and the same task, of any other promise it must say most. */
export function openPromises(found: FollowUp[], tasks: OpenedTask[]): FollowUp[] {
  const willCallBack = tasks.some(
    ({ title, onceKey }) => CALL_BACK_KEY.test(onceKey ?? "") || CALLING_BACK.test(title),
  );
  const calledBack = willCallBack ? undefined : found.find(({ title }) => isCallBack(title));
  return found.filter((one) =>
    isCallBack(one.title)
      ? one === calledBack
      : !tasks.some(({ title, details }) => isSaidIn(one.title, `${title} ${details}`)),
  );
}

/** Each promise with that of an earlier run which it is, in whatever words and from whatever turn. */
export function withEarlier(found: FollowUp[], earlier: FollowUp[]): { promise: FollowUp; before?: FollowUp }[] {
  const left = new Set(earlier);
  const pairs = new Map<FollowUp, FollowUp>();
  // The surer sign first, so that no promise takes what another one is word for word.
  for (const isSame of [isWordForWord, isOfOneMeaning, isBeside])
    for (const promise of found) {
      const before = pairs.has(promise) ? undefined : [...left].find((one) => isSame(one, promise));
      if (!before) continue;
      pairs.set(promise, before);
      left.delete(before);
    }
  return found.map((promise) => ({ promise, before: pairs.get(promise) }));
}

function isWordForWord(one: FollowUp, other: FollowUp): boolean {
  return one.title === other.title;
}

function isOfOneMeaning({ title }: FollowUp, other: FollowUp): boolean {
  return areAlike(title, other.title) || (isCallBack(title) && isCallBack(other.title));
}

function isBeside(one: FollowUp, other: FollowUp): boolean {
  const apart = one.turnIndex === null || other.turnIndex === null ? null : Math.abs(one.turnIndex - other.turnIndex);
  return apart !== null && apart <= 1 && touch(one.title, other.title);
}
