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

/** They bridge a wait, one after the other: a caller who waits hears them in any voice rather than nothing. */
export const fillers = [phrases.filler, phrases.fillerAgain] as const;

/** What a call goes on with when it has no stream, or has lost it: rendered ahead as well, since the voice may be what failed. */
export const withoutStream = {
  /** The stream has failed for good, and the conversation goes on without it. */
  goOn: "סליחה, הקו לא יציב. אפשר להמשיך מכאן, במה אפשר לעזור?",
  unheard: "סליחה, לא שמענו. אפשר לומר את זה שוב?",
  notKept: "יש לנו תקלה, ומה שנאמר לא נרשם. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  unheardTwice: "עדיין לא הצלחנו לשמוע. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  unheardApology: "לא הצלחנו לשמוע. נחזור אליכם בהקדם. להתראות.",
} as const;

export type PhraseName = keyof typeof phrases;
