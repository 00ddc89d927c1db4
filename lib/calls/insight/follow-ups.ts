/** Which of the agent's promises still need a task of their own. */
import type { CallInsight } from "../schemas/insight.ts";
import { type HandedOver, handedOver, type ToldCall } from "./told-call.ts";

type FollowUp = CallInsight["followUps"][number];

export const CALLING_BACK = /חזור|חוזר|יחזר|תחזר|להתקשר|יתקשר|טלפון/;

/**
 * Those that nobody has handed over to the staff yet: in the turn of a task or beside it a promise is that task, and a
 * promise to call back is kept by any task of the call, because it begins with that call.
 */
export function openPromises(told: ToldCall, found: FollowUp[], hasTask: boolean): FollowUp[] {
  const done = handedOver(told);
  return found.filter(
    (one) =>
      !done.some((task) => isBeside(task, one)) && !(CALLING_BACK.test(one.title) && (hasTask || done.length > 0)),
  );
}

function isBeside(task: HandedOver, { turnIndex }: FollowUp): boolean {
  return task.turnIndex !== null && turnIndex !== null && Math.abs(task.turnIndex - turnIndex) <= 1;
}
