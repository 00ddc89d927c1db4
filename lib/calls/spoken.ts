/** What callers hear outside the conversation, from the phone network's own voice. Neutral in gender. */
export const spoken = {
  unknownNumber: "שלום. המספר שחייגתם אינו פעיל אצלנו. להתראות.",
  tooManyCalls: "התקבלו יותר מדי שיחות מהמספר הזה. אפשר לנסות שוב בעוד דקה. להתראות.",
  streamFailed: "סליחה, השיחה נקטעה לנו. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  takeMessage: "שלום. כרגע אין לנו אפשרות לענות. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  /** The stream has failed for good, and the conversation goes on without it. */
  goOn: "סליחה, הקו לא יציב. אפשר להמשיך מכאן, במה אפשר לעזור?",
  unheard: "סליחה, לא שמענו. אפשר לומר את זה שוב?",
  unheardTwice: "עדיין לא הצלחנו לשמוע. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  unheardApology: "לא הצלחנו לשמוע. נחזור אליכם בהקדם. להתראות.",
  messageKept: "תודה, ההודעה נשמרה. נחזור אליכם בהקדם. להתראות.",
} as const;
