/** Why a message did not come: sentences for the staff, by the carriers' codes and our own words. */
const SENTENCES: Record<string, string> = {
  unreachable: "השירות ששולח הודעות לא היה זמין. אפשר לנסות שוב.",
  opted_out: "הלקוח ביקש לא לקבל הודעות פרסום.",
  no_consent: "לא נרשמה הסכמה לקבל הודעות פרסום.",
  stopped: "השידור נעצר לפני שההודעה יצאה.",
  taken_over: "מישהו מהצוות נכנס להתכתבות לפני שההודעה יצאה.",
  no_templates: "שידור נשלח רק ב־WhatsApp דרך Twilio.",
  no_number: "אין מספר טלפון.",
  no_name: "אין שם למלא בתבנית.",
  unwritable: "לא הצלחנו להכין את ההודעה. כדאי לבדוק את השם ואת הפרטים של הלקוח.",
  not_connected: "הטלפון של העסק לא היה מחובר ל־WhatsApp. אפשר לחבר אותו בהגדרות ולשלוח שוב.",
  not_on_whatsapp: "אין למספר הזה חשבון WhatsApp.",
  phone_refused: "WhatsApp לא קיבל את ההודעה.",
  too_many_new_chats: "WhatsApp עצר פניות חדשות מהמספר הזה לזמן מה. מי שכתב לעסק אפשר לענות לו.",
  "21211": "מספר הטלפון אינו תקין.",
  "21408": "החשבון אינו מורשה לשלוח למדינה הזאת.",
  "21606": "המספר השולח אינו מוגדר לשליחת הודעות.",
  "21610": "הנמען ביקש לא לקבל הודעות מהמספר הזה.",
  "21614": "המספר אינו יכול לקבל הודעות.",
  "21617": "ההודעה ארוכה מדי.",
  "21656": "חסרים פרטים למילוי התבנית.",
  "30003": "הטלפון של הנמען אינו זמין כרגע.",
  "30004": "הנמען חסם הודעות.",
  "30005": "המספר אינו מוכר.",
  "30006": "זה מספר שאינו מקבל הודעות, כנראה קו נייח.",
  "30007": "ההודעה סומנה כספאם ונחסמה.",
  "30008": "ההודעה לא הגיעה, בלי סיבה ידועה.",
  "63003": "אין למספר הזה חשבון WhatsApp.",
  "63007": "מספר ה־WhatsApp של העסק אינו מחובר.",
  "63016": "עברו 24 שעות מההודעה האחרונה של הלקוח, ו־WhatsApp מעביר רק תבניות מאושרות.",
  "63018": "נשלחו יותר מדי הודעות בזמן קצר. אפשר לנסות שוב בעוד כמה דקות.",
  "63024": "אין למספר הזה חשבון WhatsApp.",
  "63040": "התבנית עדיין לא אושרה.",
};

/** Of a message that we ourselves held back: it was never handed over, and is not sent again. */
export const heldBackCodes = ["opted_out", "no_consent", "stopped", "taken_over", "no_templates"] as const;
export type HeldBackCode = (typeof heldBackCodes)[number];

export function isHeldBack(code: string | null): code is HeldBackCode {
  return heldBackCodes.some((one) => one === code);
}

/** A sentence for everybody, also for a code that nobody has seen yet. */
export function deliveryErrorHe(code: string | null): string {
  return (code && SENTENCES[code]) || `ההודעה לא נשלחה${code ? ` (קוד ${code})` : ""}. אפשר לנסות שוב.`;
}
