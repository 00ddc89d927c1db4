import type { SpokenLine } from "./spoken.ts";

const speaker = "michal";

/** A caller who wants to buy a flat, in the order in which she would say it. */
export const sale: SpokenLine[] = [
  { id: "sale_opening", speaker, text: "היי, אני רוצה לקנות דירה.", sounds: "haj an'i rots'a likn'ot dir'a" },
  {
    id: "sale_area",
    speaker,
    text: "אנחנו מחפשים ברמת גן או בגבעתיים.",
    sounds: "an'axnu mexaps'im beram'at gan o begivat'ajim",
  },
  { id: "sale_rooms", speaker, text: "ארבעה חדרים, רצוי עם מעלית.", sounds: "arba'a xadar'im rats'uj im maal'it" },
  {
    id: "sale_budget",
    speaker,
    text: "התקציב שלנו הוא בערך שלושה מיליון שקל.",
    sounds: "hatakts'iv Sel'anu hu be'erex SloS'a milj'on S'ekel",
  },
  {
    id: "sale_when",
    speaker,
    text: "אנחנו רוצים להיכנס עד סוף השנה.",
    sounds: "an'axnu rots'im lehikan'es ad sof haSan'a",
  },
  {
    id: "sale_mortgage",
    speaker,
    text: "יש לנו כבר אישור עקרוני למשכנתא.",
    sounds: "jeS l'anu kvar iS'ur ekron'i lemaSk'anta",
  },
  { id: "sale_name", speaker, text: "השם שלי מיכל לוי.", sounds: "haS'em Sel'i mix'al lev'i" },
  {
    id: "sale_phone",
    speaker,
    text: "אפס חמש ארבע שבע שבע שתיים אחת אפס שלוש תשע.",
    sounds: "'efes xam'eS 'arba S'eva S'eva St'ajim ax'at 'efes Sal'oS t'eSa",
  },
  { id: "sale_viewing", speaker, text: "מתי אפשר לבוא לראות?", sounds: "mat'aj efS'ar lav'o lir'ot" },
  { id: "sale_goodbye", speaker, text: "מצוין, תודה ויום טוב.", sounds: "metsuj'an tod'a vej'om tov" },
];
