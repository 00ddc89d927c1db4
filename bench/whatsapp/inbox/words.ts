/** What the messages of a large inbox say: invented Hebrew with frequent words, rare ones and one of a kind. */

const BEGINNINGS = [
  "שלום",
  "היי",
  "בוקר טוב",
  "תודה רבה",
  "סליחה",
  "אפשר לשאול",
  "רציתי לדעת",
  "ערב טוב",
  "בקשר לפגישה",
  "לגבי ההצעה",
];
const THINGS = [
  ...["דירה", "חדרים", "מחיר", "פגישה", "משלוח", "חשבונית", "הזמנה", "תור", "שעות", "כתובת", "מרפסת", "חניה", "מעלית"],
  ...["שכירות", "תשלום", "קבלה", "זיכוי", "החזר", "טכנאי", "אחריות", "מוצר", "צבע", "גודל", "מלאי", "קופון", "הנחה"],
];
const PLACES = [
  "תל אביב",
  "חיפה",
  "רמת גן",
  "באר שבע",
  "ירושלים",
  "נתניה",
  "אשדוד",
  "הרצליה",
  "כפר סבא",
  "רעננה",
  "מודיעין",
];
const ENDINGS = [
  "מתי נוח לכם?",
  "מחכה לתשובה",
  "אפשר היום?",
  "עדיף מחר בבוקר",
  "יש לכם?",
  "כמה זה עולה?",
  "תודה",
  "נדבר",
  "אשמח לפרטים",
];
/** One in so many messages has a word that stands nowhere near as often as the others. */
const RARE_EVERY = 4_999;

/** Words to look for, by how many of the messages have them. */
export const SOUGHT = {
  unique: "אסמכתא 1234567",
  rare: "פנטהאוז",
  frequent: "מרפסת",
  two_words: "חיפה מתי",
  two_letters: "תו",
  nobody_wrote: "אבטיחים",
  name: "לקוח 77123",
  number: "054-007-7123",
} as const;

/** What stands in the nth message; the same every time. */
export function wordsOf(index: number): string {
  const pick = (list: readonly string[], salt: number) => list[mixed(index, salt) % list.length] ?? "";
  const rare = index % RARE_EVERY === 0 ? " פנטהאוז" : "";
  const reference = index % 100 === 67 ? ` אסמכתא ${index}` : "";
  return `${pick(BEGINNINGS, 1)}, ${pick(THINGS, 2)} ${pick(THINGS, 3)} ב${pick(PLACES, 4)} ${pick(ENDINGS, 5)}${rare}${reference}`;
}

function mixed(index: number, salt: number): number {
  let hash = Math.imul(index ^ (salt * 0x9e3779b1), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
