/** What the agent can ask for, in several wordings each, and how to recognise that it has asked. */
export type Slot = "deal" | "area" | "rooms" | "budget" | "when" | "name" | "phone" | "need" | "message" | "anything";

type Question = { wordings: [string, string, string]; asks: RegExp };

const QUESTIONS: Record<Slot, Question> = {
  deal: {
    wordings: ["לקנייה או לשכירות?", "מדובר על קנייה או על שכירות?", "רק כדי לדייק, קנייה או שכירות?"],
    asks: /קנייה.{0,8}שכירות|לקנות או לשכור/,
  },
  area: {
    wordings: ["באיזה אזור?", "באיזו עיר או שכונה מדובר?", "איפה בערך?"],
    asks: /באיזה אזור|איזו עיר|באיזו עיר|איפה/,
  },
  rooms: { wordings: ["כמה חדרים?", "ומה מספר החדרים?", "כמה חדרים צריכים בערך?"], asks: /כמה חדרים|מספר החדרים/ },
  budget: {
    wordings: ["ומה התקציב?", "עד איזה מחיר?", "איזה סכום מתאים לכם, בערך?"],
    asks: /תקציב|איזה מחיר|המחיר המבוקש|איזה סכום/,
  },
  when: {
    wordings: ["ומתי זה מתאים?", "לאיזה מועד זה מתאים?", "ומתי זה צריך להיות, בערך?"],
    asks: /(?<![א-ת])ו?מתי|לאיזה מועד|איזה תאריך/,
  },
  name: {
    wordings: ["ומה השם, בבקשה?", "על איזה שם לרשום?", "איך קוראים לך?"],
    asks: /מה השם|שמך|איזה שם|איך קוראים לך/,
  },
  phone: {
    wordings: ["ומה מספר הטלפון?", "באיזה מספר לחזור אליכם?", "איזה טלפון לרשום?"],
    asks: /מספר הטלפון|באיזה מספר|איזה טלפון|לחזור למספר/,
  },
  need: {
    wordings: ["במה אפשר לעזור?", "איך אפשר לעזור?", "מה תרצו לבדוק?"],
    asks: /אפשר לעזור|אוכל לעזור|תרצו לבדוק/,
  },
  message: { wordings: ["מה למסור?", "מה תרצו שאמסור?", "מה לכתוב בהודעה?"], asks: /מה למסור|שאמסור|לכתוב בהודעה/ },
  anything: {
    wordings: ["יש עוד משהו?", "אפשר לעזור בעוד משהו?", "עוד משהו שתרצו?"],
    asks: /עוד משהו|משהו נוסף/,
  },
};

/** The question for a slot in the wording of its first, second or third time. */
export function ask(slot: Slot, timesAsked: number): string {
  const { wordings } = QUESTIONS[slot];
  return wordings[Math.min(timesAsked, 2) as 0 | 1 | 2];
}

/** The first question for a phone number when the call came from a known one. */
export const ASK_OWN_NUMBER = "לחזור למספר שממנו התקשרתם?";

/** The first question for the amount when the caller is the owner. */
export const ASK_PRICE = "ומה המחיר המבוקש?";

/** What an agent's utterance asks for; only its last sentence counts, which may have been cut short. */
export function askedIn(text: string): Slot[] {
  const sentences = text.split(/(?<=[.!?])\s+/).filter(Boolean);
  const last = sentences.at(-1) ?? "";
  const slots = Object.entries(QUESTIONS) as [Slot, Question][];
  const found = slots.filter(([, question]) => question.asks.test(last)).map(([slot]) => slot);
  return found.includes("anything") ? ["anything"] : found;
}
