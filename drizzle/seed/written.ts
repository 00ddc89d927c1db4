/** What was written with the demonstration's business: a few days of a property agency. */
import type {
  ConversationMode,
  ConversationState,
  HandoverReason,
  MessageStatus,
} from "#lib/messaging/schemas/channel.ts";
import type { ConversationEvent } from "#lib/messaging/schemas/content.ts";

export type Colleague = "שי אברהמי" | "דנה לוי";

interface Line {
  minutesAgo: number;
  who: "customer" | "agent" | "system" | Colleague;
  text: string;
  status?: MessageStatus;
  errorCode?: string;
  note?: true;
  event?: ConversationEvent;
}

export interface WrittenConversation {
  phone: string;
  /** Of somebody who has not called; who has, is known. */
  name?: string;
  channel: "whatsapp" | "sms";
  mode: ConversationMode;
  handover?: HandoverReason;
  state?: ConversationState;
  assignee?: Colleague;
  tags?: string[];
  /** So many of the last ones nobody has looked at. */
  unread?: number;
  customer?: { tags?: string[]; notes?: string; marketing?: "granted" | "refused" };
  lines: Line[];
}

const from = (minutesAgo: number, text: string): Line => ({ minutesAgo, who: "customer", text });
const agent = (minutesAgo: number, text: string, status: MessageStatus = "read"): Line => ({
  ...{ minutesAgo, who: "agent", text, status },
});
const dana = (minutesAgo: number, text: string, status: MessageStatus = "read"): Line => ({
  ...{ minutesAgo, who: "דנה לוי", text, status },
});
const shay = (minutesAgo: number, text: string, status: MessageStatus = "read"): Line => ({
  ...{ minutesAgo, who: "שי אברהמי", text, status },
});
const note = (minutesAgo: number, who: Colleague, text: string): Line => ({ minutesAgo, who, text, note: true });
const event = (minutesAgo: number, who: Line["who"], what: ConversationEvent): Line => ({
  ...{ minutesAgo, who, text: "", event: what },
});

const HOUR = 60;
const DAY = 24 * HOUR;

export const written: WrittenConversation[] = [
  {
    ...{ phone: "+972527654321", channel: "whatsapp", mode: "human", handover: "asked", unread: 1 },
    customer: { tags: ["שכירות", "כרמל"], notes: "כלב קטן. נוח לדבר אחרי 17:00." },
    lines: [
      from(31, "היי, ראיתי את הדירה ברחוב מוריה. יש חניה?"),
      agent(31, "שלום רותי, כאן המוקד של שי דירות ומשרדים. אבדוק את זה עם הצוות. לכמה חדרים הכוונה, ולמתי?"),
      from(29, "3 חדרים, כניסה מיידית"),
      agent(29, "תודה, רשמתי. מחפשים עם מעלית?"),
      from(6, "אפשר נציג בבקשה?"),
      agent(6, "ההתכתבות עוברת לצוות, ויחזרו אליכם כאן בהקדם.", "delivered"),
      event(6, "system", { what: "to_human", reason: "asked" }),
      from(4, "תודה, זה די דחוף"),
    ],
  },
  {
    ...{ phone: "+972541112233", channel: "whatsapp", mode: "human", handover: "taken_over", assignee: "דנה לוי" },
    ...{ tags: ["ביקור"], customer: { tags: ["קנייה"], marketing: "granted" } },
    lines: [
      from(2 * DAY + 40, "שלום, אני מחפש דירת 4 חדרים באחוזה לקנייה, עד 3 מיליון"),
      agent(2 * DAY + 39, "שלום דוד. רשמתי: ארבעה חדרים באחוזה, עד 3,000,000 ₪. מתי נוח לראות דירות?"),
      from(2 * DAY + 30, "בסוף השבוע"),
      event(2 * DAY + 5, "דנה לוי", { what: "to_human", reason: "taken_over" }),
      event(2 * DAY + 5, "דנה לוי", { what: "assigned", name: "דנה לוי" }),
      dana(2 * DAY + 4, "דוד שלום, כאן דנה. יש לי שתי דירות שמתאימות, אחת ברחוב חורב ואחת בפרויד. יום שישי ב־10:00?"),
      from(2 * DAY, "מעולה, שתיהן מעניינות"),
      note(DAY + 3 * HOUR, "דנה לוי", "המוכר בפרויד גמיש במחיר, אפשר להגיע ל־2,850,000."),
      dana(3 * HOUR, "רק מזכירה: נפגשים ביום שישי ב־10:00 ברחוב חורב 12, קומה 2."),
      from(2 * HOUR + 50, "תודה, נתראה"),
    ],
  },
  {
    ...{ phone: "+972533334455", channel: "whatsapp", mode: "bot" },
    lines: [
      from(52, "Hi, is the office on Herzl street still available?"),
      agent(52, "Hello, this is Shay Apartments and Offices. I will check with the team and get back to you here."),
      from(50, "Great. Is parking included?"),
      agent(50, "I have added the question about parking. Somebody of the team will answer both today.", "delivered"),
    ],
  },
  {
    ...{
      phone: "+972509876543",
      channel: "whatsapp",
      mode: "human",
      handover: "angry",
      assignee: "שי אברהמי",
      unread: 2,
    },
    tags: ["תלונה"],
    lines: [
      from(3 * HOUR, "קבעתם איתי לראות את הדירה ביום שלישי ואף אחד לא הגיע"),
      from(3 * HOUR - 1, "חיכיתי שם חצי שעה, זה לא רציני"),
      agent(3 * HOUR - 2, "אנחנו מצטערים מאוד. ההתכתבות עוברת לצוות, ויחזרו אליכם כאן בהקדם."),
      event(3 * HOUR - 2, "system", { what: "to_human", reason: "angry" }),
      event(2 * HOUR, "שי אברהמי", { what: "assigned", name: "שי אברהמי" }),
      shay(2 * HOUR - 2, "מיכל, כאן שי. טעות שלנו, ואני מתנצל. אפשר לתאם מחדש למחר בכל שעה שנוחה?"),
      from(71, "מחר ב־18:00"),
      from(70, "ושמישהו באמת יהיה שם"),
    ],
  },
  {
    ...{ phone: "+972522223344", channel: "whatsapp", mode: "bot" },
    lines: [
      from(5 * HOUR, "בוקר טוב, עד מתי אתם פתוחים היום?"),
      agent(5 * HOUR, "בוקר טוב. היום פתוח עד 18:00. המשרד בשדרות הנשיא 40, חיפה."),
      from(5 * HOUR - 3, "תודה רבה"),
      agent(5 * HOUR - 3, "בשמחה."),
    ],
  },
  {
    ...{ phone: "+972586667788", channel: "sms", mode: "human", handover: "staff_wrote", assignee: "דנה לוי" },
    lines: [
      dana(9 * HOUR, "יוסי שלום, חוזה השכירות מוכן. אפשר לבוא לחתום מחר בין 9:00 ל־13:00. דנה, שי דירות", "delivered"),
      from(8 * HOUR, "אגיע ב־11"),
      dana(8 * HOUR - 2, "רשמתי, נתראה.", "delivered"),
    ],
  },
  {
    ...{ phone: "+972545550123", channel: "whatsapp", mode: "human", handover: "unsure", unread: 1, tags: ["משרדים"] },
    lines: [
      from(11 * HOUR, "שלום, אנחנו סטארטאפ של 12 אנשים, מחפשים משרד עם חדר ישיבות באזור מת״ם"),
      agent(11 * HOUR, "שלום נועה. רשמתי: משרד ל־12 אנשים עם חדר ישיבות באזור מת״ם. מה התקציב לחודש?"),
      from(11 * HOUR - 5, "בסביבות 15 אלף כולל ארנונה. אפשר לקבל זיכוי על שיפוץ?"),
      agent(11 * HOUR - 5, "על זה כדאי לדבר עם הצוות. ההתכתבות עוברת אליהם, ויחזרו אליכם כאן בהקדם."),
      event(11 * HOUR - 5, "system", { what: "to_human", reason: "unsure" }),
      from(10 * HOUR, "מחכים, תודה"),
    ],
  },
  {
    ...{ phone: "+972529991122", channel: "whatsapp", mode: "human", handover: "taken_over", assignee: "שי אברהמי" },
    ...{ state: "closed", tags: ["נסגר"], customer: { tags: ["מוכרים"], marketing: "granted" } },
    lines: [
      from(4 * DAY, "שלום, קיבלתי את הערכת השווי. נראה לי נמוך"),
      agent(4 * DAY - 1, "שלום אחמד, אני מעביר את זה לשי, והוא יחזור עוד היום."),
      event(4 * DAY - 30, "שי אברהמי", { what: "to_human", reason: "taken_over" }),
      shay(4 * DAY - 31, "אחמד, עברתי שוב על העסקאות ברחוב. אפשר לפרסם ב־2,190,000, בתנאי שנצלם מחדש את הדירה."),
      from(4 * DAY - 50, "מקובל עליי, תתקדמו"),
      shay(4 * DAY - 55, "הצלם יגיע ביום ראשון ב־9:00."),
      event(3 * DAY, "שי אברהמי", { what: "closed" }),
    ],
  },
  {
    ...{ phone: "+972541234567", channel: "whatsapp", mode: "bot" },
    lines: [
      from(14 * HOUR, "יש לכם משהו להשכרה בנווה שאנן?"),
      agent(14 * HOUR, "יש כמה אפשרויות. לכמה חדרים, ומה התקציב לחודש?", "sent"),
    ],
  },
  {
    ...{ phone: "+97248123456", channel: "sms", mode: "human", handover: "staff_wrote" },
    lines: [
      from(DAY + 2 * HOUR, "נא לחזור אליי בקשר לחוב של ועד הבית"),
      {
        ...{ minutesAgo: DAY + HOUR, who: "דנה לוי", text: "שלום, כאן דנה משי דירות. ננסה לחזור אליכם בטלפון." },
        ...{ status: "undelivered", errorCode: "30006" },
      },
    ],
  },
  {
    ...{
      phone: "+972505551177",
      name: "גליה שטרן",
      channel: "whatsapp",
      mode: "bot",
      customer: { marketing: "refused" },
    },
    lines: [
      from(6 * DAY, "תודה, כבר מצאנו דירה"),
      agent(6 * DAY - 1, "מזל טוב, ותודה על העדכון."),
      from(3 * DAY, "הסר"),
      agent(3 * DAY, "הוסרתם מרשימת התפוצה, ולא יישלחו אליכם עוד הודעות פרסום."),
    ],
  },
  {
    ...{ phone: "+972523334401", name: "עידו ותמר רז", channel: "whatsapp", mode: "human", handover: "taken_over" },
    ...{ assignee: "דנה לוי", state: "snoozed", tags: ["משכנתה"] },
    customer: { tags: ["קנייה", "זוג צעיר"], notes: "אישור עקרוני למשכנתה צפוי בשבוע הבא." },
    lines: [
      from(DAY + 5 * HOUR, "דנה, הבנק מבקש עוד מסמכים. נעדכן כשיהיה אישור"),
      dana(DAY + 4 * HOUR, "מצוין. הדירה ברחוב טרומפלדור שמורה לכם עד יום חמישי."),
      from(DAY + 4 * HOUR - 2, "🙏"),
    ],
  },
];

export const cannedReplies: { title: string; body: string }[] = [
  { title: "פתיחה", body: "שלום {{שם}}, כאן {{נציג}} מ{{עסק}}. איך אפשר לעזור?" },
  { title: "שעות פתיחה", body: "המשרד פתוח בימים א׳ עד ה׳ בין 9:00 ל־18:00, וביום ו׳ עד 13:00." },
  { title: "דרכי הגעה", body: "אנחנו בשדרות הנשיא 40, חיפה. יש חניה כחולה ברחוב, ותחנת אוטובוס ממש מול הכניסה." },
  {
    title: "מסמכים לשכירות",
    body: "שלום {{שם}}, לחתימה צריך להביא תעודת זהות, שלושה תלושי שכר אחרונים ופרטים של שני ערבים.",
  },
];
