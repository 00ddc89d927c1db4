/** The fixed sentences of the voice, rendered ahead for every business in its own voice. */
export const phrases = {
  pleaseRepeat: "סליחה, לא הצלחתי לשמוע. אפשר לחזור על זה?",
  stillThere: "אתם איתי?",
  silenceGoodbye: "לא שומעים אתכם. אפשר להתקשר אלינו שוב בכל שעה. להתראות.",
  technical: "סליחה, יש לי רגע תקלה. אפשר לחזור על זה?",
  /** One word, since the answer may be there before it is over. */
  filler: "רגע.",
  fillerAgain: "אני בודק, עוד רגע בבקשה.",
  reconnected: "סליחה, הקו נקטע לרגע. אפשר להמשיך.",
  transferUnanswered: "אף אחד לא פנוי כרגע. אפשר להשאיר הודעה ונחזור אליכם. מה למסור?",
} as const;

export type PhraseName = keyof typeof phrases;
