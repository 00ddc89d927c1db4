/** The form that the model fills in, and what is no answer although it has the right shape. */
import { z } from "zod";
import { normalizeForSearch } from "../../hebrew/normalize.ts";
import { hasInternalWords } from "../internal-words.ts";
import { callInsight } from "../schemas/insight.ts";
import { kindOf } from "./fields.ts";
import { rulesFor } from "./rules.ts";

/** For a business of this field. What a promise has become is not for the model to say. */
export function insightForm(field: string) {
  const { wants, facts } = kindOf(field);
  const { shape } = callInsight;
  const own = ownWords(field);
  const followUp = shape.followUps.element.omit({ taskId: true });
  // To the model a recorded message is one more numbered line.
  const { turnIndex, title } = followUp.shape;
  const fact = shape.facts.element;
  const appointment = shape.appointment.unwrap();
  return callInsight.omit({ madeBy: true }).extend({
    summary: inHebrew(own(shape.summary)),
    want: z.enum(wants),
    // A name, a number or a brand needs no Hebrew letter, nor does what a foreign caller said.
    facts: z.array(fact.extend({ name: z.enum(facts), value: own(fact.shape.value), turnIndex })).max(20),
    scoreReasons: z.array(inHebrew(own(shape.scoreReasons.element))).max(6),
    followUps: z.array(followUp.extend({ title: inHebrew(own(title)) })).max(6),
    appointment: appointment.extend({ what: inHebrew(own(appointment.shape.what)), turnIndex }).nullable(),
  });
}
export type FilledForm = z.infer<ReturnType<typeof insightForm>>;

/** A foreign name may well be longer than what is said of it in Hebrew. */
function inHebrew(text: z.ZodString): z.ZodString {
  return text.refine((written) => {
    const words = written.match(/\p{L}+/gu) ?? [];
    const hebrew = words.filter((word) => /[א-ת]/.test(word)).length;
    return hebrew > 0 && hebrew * 3 >= words.length;
  }, "צריך להיות בעברית");
}

/** The form's own labels: nobody says them. */
const LABELS = /turnIndex|scoreReasons|followUps/;
/** A shorter rule may be what the call was about. */
const LEAST_RULE = 20;

/** Whoever writes down a rule of the form has not written down the call. */
function ownWords(field: string) {
  const rules = rulesFor(field)
    .split(/[.:\n]/)
    .map((rule) => normalizeForSearch(rule).replace(/^[\s-]+/, ""))
    .filter((rule) => rule.length >= LEAST_RULE);
  return (text: z.ZodString): z.ZodString =>
    text.refine((written) => {
      const plain = normalizeForSearch(written);
      return !hasInternalWords(written) && !LABELS.test(written) && !rules.some((rule) => plain.includes(rule));
    }, "אלה מילים מההוראות, ולא מהשיחה");
}
