/** What the callers of the bench say: whole sentences of the phrasebook, in the order in which people say them. */
import type { StepInput } from "#simulators/phone/script.ts";

/** Neither goodbyes nor wishes for a person: a conversation ends when its caller hangs up. */
export const conversations: readonly (readonly string[])[] = [
  ["rental_opening", "rental_area", "rental_rooms", "rental_budget", "rental_when", "rental_name"],
  ["sale_opening", "sale_area", "sale_rooms", "sale_budget", "sale_when", "sale_name"],
  ["saw_the_ad", "price", "floor", "elevator", "parking", "rental_viewing"],
  ["hours_when_open", "hours_friday", "hours_saturday", "address_where", "address_how_to_get", "services"],
  ["landlord", "valuation", "fee", "name_rachel_avraham", "rental_phone", "message_call_back"],
  ["thinking_pause", "area_jerusalem", "thinking_budget", "when_next_month", "name_omer_shapira", "day_sunday_evening"],
  ["office_rent", "area_herzliya", "budget_unknown", "when_flexible", "name_eli_biton", "phone_050"],
  ["leak", "name_tamar_golan", "phone_058", "lost_the_key", "contract_copy", "day_tomorrow"],
  ["still_available", "safe_room", "city_tax", "rental_pets", "sale_viewing", "day_friday_ten"],
  ["who_is_speaking", "are_you_a_robot", "seller", "area_haifa", "rooms_five", "name_david_mizrahi"],
  ["complaint_week", "name_noa_friedman", "phone_this_one", "message_contract", "say_again", "day_not_friday"],
  ["thinking_near_train", "area_beer_sheva", "rooms_two", "budget_4500", "when_immediately", "name_ahmad_haddad"],
];

/** Quiet for so long, the agent has finished; less might be the gap between two of its sentences. */
const QUIET_MS = 800;

const say = (phrase: string): StepInput => ({ do: "say", phrase });
const answered: StepInput = { do: "wait_agent", quietMs: QUIET_MS };
const hangUp: StepInput = { do: "hangup" };

/** Each phrase once the agent has finished speaking. */
export function conversation(phrases: readonly string[]): StepInput[] {
  return [answered, ...phrases.flatMap((phrase) => [say(phrase), answered]), hangUp];
}

/** The same phrases begun further on, so that two calls at once do not say the same at the same time. */
export function rotated(phrases: readonly string[], by: number): readonly string[] {
  return [...phrases.slice(by), ...phrases.slice(0, by)];
}

/** Cuts the agent off: the greeting first, then long answers, each at another moment of what it says. */
export function interruptions(momentsMs: readonly number[], first: number): StepInput[] {
  return [
    ...momentsMs.flatMap((ms, index): StepInput[] => [
      ...(index === 0 ? [] : [say(turn(QUESTIONS, first + index))]),
      { do: "wait_agent_speaking", ms, timeoutMs: 8_000 },
      say(turn(INTERRUPTIONS, first + index)),
      answered,
    ]),
    hangUp,
  ];
}

/** Their answers are long enough to be interrupted. */
const QUESTIONS = ["hours_when_open", "services", "address_where", "who_is_speaking", "valuation"];
/** All that the phrasebook has for it: with loud beginnings ("רגע") and with faint ones ("חכה"). */
const INTERRUPTIONS = [
  "interrupt_wait",
  "interrupt_not_that",
  "interrupt_to_rent",
  "interrupt_how_much",
  "interrupt_hold_on",
  "did_not_hear",
  "say_again",
  "anyone_there",
];

function turn(phrases: readonly string[], index: number): string {
  return phrases[index % phrases.length] ?? "";
}
