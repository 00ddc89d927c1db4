/** What the callers of the demonstration said, as a call would have kept it. */

interface Line {
  who: "caller" | "agent";
  text: string;
  /** What the caller heard when they cut in. */
  heard?: string;
  tool?: { name: string; input: Record<string, unknown>; output: Record<string, unknown> };
}

export interface Conversation {
  ending: "caller_hung_up" | "agent_said_goodbye" | "caller_silent" | "transferred";
  task?: { title: string; details: string };
  lines: Line[];
}

const caller = (text: string): Line => ({ who: "caller", text });
const agent = (text: string, more: Partial<Line> = {}): Line => ({ who: "agent", text, ...more });

export const conversations: Conversation[] = [
  {
    ending: "agent_said_goodbye",
    task: {
      title: "להחזיר טלפון: דירת שלושה חדרים להשכרה",
      details: "מחפשים שלושה חדרים באזור הכרמל, עד ששת אלפים בחודש.",
    },
    lines: [
      caller("שלום, אני מחפש דירה להשכרה"),
      agent("בשמחה. באיזה אזור?"),
      caller("באזור הכרמל"),
      agent("מצוין. כמה חדרים, ומה התקציב לחודש?", { heard: "מצוין. כמה חדרים," }),
      caller("שלושה חדרים, עד ששת אלפים שקל"),
      agent("רשמתי. נציג יחזור אליכם היום עם דירות מתאימות.", {
        tool: {
          name: "open_task",
          input: { title: "דירת שלושה חדרים להשכרה", details: "אזור הכרמל, עד 6,000 ₪ בחודש" },
          output: { ok: true },
        },
      }),
      caller("תודה רבה, להתראות"),
      agent("תודה שהתקשרתם. להתראות."),
    ],
  },
  {
    ending: "agent_said_goodbye",
    lines: [
      caller("עד מתי אתם פתוחים היום?"),
      agent("היום אנחנו פתוחים עד שש בערב. אפשר לעזור בעוד משהו?"),
      caller("לא, תודה"),
      agent("בשמחה. להתראות."),
    ],
  },
  {
    ending: "transferred",
    lines: [
      caller("אפשר לדבר עם בן אדם?"),
      agent("כמובן. אני מעביר אתכם עכשיו.", { tool: { name: "transfer_call", input: {}, output: { ok: true } } }),
    ],
  },
  {
    ending: "agent_said_goodbye",
    task: { title: "הערכת שווי לדירה ברחוב הנשיא", details: "ארבעה חדרים, קומה שנייה. רוצים למכור עד הקיץ." },
    lines: [
      caller("היי, אני רוצה למכור דירה ברחוב הנשיא"),
      agent("נעים מאוד. כמה חדרים בדירה ובאיזו קומה?"),
      caller("ארבעה חדרים, קומה שנייה עם מעלית"),
      agent("תודה. מתי נוח שנבוא לראות ולהעריך את השווי?"),
      caller("ביום חמישי אחרי הצהריים"),
      agent("רשמתי, ונציג יתקשר לקבוע שעה.", {
        tool: {
          name: "take_message",
          input: { message: "הערכת שווי, ארבעה חדרים ברחוב הנשיא, חמישי אחר הצהריים" },
          output: { ok: true },
        },
      }),
      caller("מעולה, תודה"),
      agent("בשמחה, להתראות."),
    ],
  },
  { ending: "caller_hung_up", lines: [caller("הלו?"), agent("שלום, במה אפשר לעזור?", { heard: "שלום," })] },
  {
    ending: "caller_silent",
    lines: [agent("אתם איתי?"), agent("לא שומעים אתכם. אפשר להתקשר אלינו שוב בכל שעה. להתראות.")],
  },
  {
    ending: "agent_said_goodbye",
    task: { title: "להחזיר טלפון ל־Alex Petrov", details: "משרד ברחוב הרצל: האם עדיין פנוי?" },
    lines: [
      caller("Hi, is the office on Herzl street still available?"),
      agent("אבדוק עם הצוות. איך קוראים לכם?"),
      caller("Alex Petrov"),
      agent("תודה. נחזור אליכם עוד היום.", {
        tool: {
          name: "take_message",
          input: { name: "Alex Petrov", message: "משרד ברחוב הרצל" },
          output: { ok: true },
        },
      }),
      caller("Thanks, bye"),
      agent("להתראות."),
    ],
  },
];
