/** The fixed sentences that customers are written; neutral in gender, like everything that is said. */
interface Sentences {
  signedOff: string;
  signedOn: string;
  passedOn: string;
  /** When nobody can think of an answer now. */
  keptForStaff: string;
}

const SENTENCES: Record<"he" | "en", Sentences> = {
  he: {
    signedOff: "הוסרתם מרשימת התפוצה, ולא יישלחו אליכם עוד הודעות פרסום.",
    signedOn: "נרשמתם לקבלת עדכונים. להסרה בכל שלב אפשר להשיב: הסר",
    passedOn: "ההתכתבות עוברת לצוות, ויחזרו אליכם כאן בהקדם.",
    keptForStaff: "קיבלנו את ההודעה. הצוות יחזור אליכם כאן בהקדם.",
  },
  en: {
    signedOff: "You were taken off our mailing list and will get no more promotions.",
    signedOn: "You will get our updates. To stop them at any time, reply: unsubscribe",
    passedOn: "Our team has your conversation now and will get back to you here soon.",
    keptForStaff: "We have received your message. Our team will get back to you here soon.",
  },
};

export function sentencesIn(language: "he" | "en"): Sentences {
  return SENTENCES[language];
}
