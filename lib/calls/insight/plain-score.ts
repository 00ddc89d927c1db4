/** How likely a call becomes business, in plain points: what is wanted, and how much was told of it. */
import type { CallFact, CallInsight, Want } from "../schemas/insight.ts";

/** What callers want, as the staff read it; empty when nobody knows. */
export const WISH: Record<Want, string> = {
  buy: "רוצים לקנות",
  rent: "רוצים לשכור",
  sell: "רוצים למכור",
  let_out: "רוצים להשכיר נכס שלהם",
  order: "רוצים להזמין",
  appointment: "רוצים לקבוע פגישה",
  question: "שאלו שאלה",
  complaint: "התקשרו בתלונה",
  other: "",
};

const WANT_POINTS: Record<Want, number> = {
  ...{ buy: 30, rent: 30, sell: 30, let_out: 30, order: 30, appointment: 25 },
  ...{ question: 15, complaint: 0, other: 0 },
};
const FACT_POINTS: Partial<Record<CallFact["name"], { points: number; reason: string }>> = {
  area: { points: 10, reason: "נאמר אזור" },
  rooms: { points: 10, reason: "נאמר מספר חדרים" },
  budget: { points: 20, reason: "נאמר סכום" },
  when: { points: 10, reason: "נאמר מתי" },
  product: { points: 10, reason: "נאמר מה רוצים" },
};

/** Whether this is what a business lives from. */
export function isBusiness(want: Want): boolean {
  return WANT_POINTS[want] >= 25;
}

interface Signs {
  want: Want;
  facts: CallFact[];
  wantsToMeet: boolean;
  wantsCallBack: boolean;
  isHandedOver: boolean;
}

/** 0 to 100, and why. Details count only where there is business: a complaint with an address stays a complaint. */
export function plainScore({ want, facts, ...signs }: Signs): Pick<CallInsight, "score" | "scoreReasons"> {
  const business = isBusiness(want);
  const parts = [
    { points: WANT_POINTS[want], reason: WISH[want] },
    ...(business ? facts.flatMap(({ name }) => FACT_POINTS[name] ?? []) : []),
    { points: business && signs.wantsToMeet && want !== "appointment" ? 10 : 0, reason: "ביקשו להיפגש" },
    { points: business && signs.isHandedOver ? 10 : 0, reason: "השאירו פרטים לצוות" },
    { points: signs.wantsCallBack ? 10 : 0, reason: "ביקשו שיחזרו אליהם" },
  ].filter(({ points }) => points > 0);
  return {
    score: Math.min(
      100,
      parts.reduce((sum, { points }) => sum + points, 0),
    ),
    scoreReasons:
      parts.length > 0 ? parts.map(({ reason }) => reason).slice(0, 6) : [WISH[want] || "לא נאמר במה מתעניינים"],
  };
}
