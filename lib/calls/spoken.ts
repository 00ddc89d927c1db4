/** What callers hear outside the conversation, from the phone network's own voice. Neutral in gender. */
export const spoken = {
  unknownNumber: "שלום. המספר שחייגתם אינו פעיל אצלנו. להתראות.",
  tooManyCalls: "התקבלו יותר מדי שיחות מהמספר הזה. אפשר לנסות שוב בעוד דקה. להתראות.",
  streamFailed: "סליחה, השיחה נקטעה לנו. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  takeMessage: "שלום. כרגע אין לנו אפשרות לענות. אפשר להשאיר הודעה אחרי הצליל, ונחזור אליכם בהקדם.",
  messageKept: "תודה, ההודעה נשמרה. נחזור אליכם בהקדם. להתראות.",
} as const;
