import { type Knowledge, spoken } from "./knowledge.ts";

/** How serious the caller's interest is, 0 to 100: every thing told adds to it. */
export function score({ facts }: Knowledge): number {
  const told: [unknown, number][] = [
    [facts.deal, 20],
    [facts.area, 15],
    [facts.rooms, 10],
    [facts.budgetShekels, 20],
    [facts.when, 10],
    [facts.name, 10],
    [facts.phone, 15],
  ];
  return told.reduce((sum, [value, points]) => sum + (value === undefined ? 0 : points), 0);
}

/** The caller's mood, -1 to 1, by the words of it that were said. */
export function sentiment(known: Knowledge): number {
  const said = spoken(known).join(" ");
  const good = said.match(/תודה|מצוין|מעולה|נהדר|אחלה|יופי|סבבה|מקסים|בשמחה/g)?.length ?? 0;
  const bad =
    said.match(
      /תלונה|לא מרוצ|מאוכזב|כועס|גרוע|נורא|בושה|נמאס|לא עובד|מעצבן|שקרנ|רמאי|גנב(?:ים|ות|תם|ת)?(?![א-ת])|חרפה|מחורבן|חוצפ|חצופ|אידיוט|מטומט|לעזאזל|לא שווים|\bthie(?:f|ves)\b|\bliars?\b|\bscam|shame on you/gi,
    )?.length ?? 0;
  return good + bad === 0 ? 0 : (good - 2 * bad) / (good + 2 * bad);
}

/** Why the interest is rated as it is. */
export function reasons(known: Knowledge): string[] {
  const told: [string, unknown][] = [
    ["נאמר מה מחפשים", known.facts.deal],
    ["נאמר אזור", known.facts.area],
    ["נאמר תקציב", known.facts.budgetShekels],
    ["נאמר מתי", known.facts.when],
    ["נמסר מספר לחזרה", known.facts.phone],
  ];
  return told.filter(([, value]) => value !== undefined).map(([reason]) => reason);
}
