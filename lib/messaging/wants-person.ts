const PERSON = words(`
  נציג נציגה לנציג לנציגה אדם מישהו מישהי מנהל מנהלת המנהל המנהלת למנהל למנהלת אחראי אחראית האחראי האחראית
  agent human person representative manager`);
/** What such a wish is put in. */
const AROUND = words(`
  שלום היי הי טוב אז בבקשה תודה אפשר אני אנחנו אשמח נשמח רוצה רוצים צריך צריכה צריכים מבקש מבקשת מבקשים מעדיף מעדיפה
  לדבר לשוחח לעבור להתכתב עם אל תנו לי לנו תעבירו תעביר תעבירי להעביר אותי אותנו בן לבן לאדם אנושי אנושית אמיתי אמיתית שירות עכשיו מיד דחוף
  hi hello please thanks can could may i we want need would like to speak talk chat with a an the real being now me let`);

/** Whether this is a wish for a person and nothing else: what more was written is thought about. */
export function wantsPerson(text: string): boolean {
  const said = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return said.some((word) => PERSON.has(word)) && said.every((word) => PERSON.has(word) || AROUND.has(word));
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}
