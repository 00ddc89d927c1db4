import type { SpokenLine } from "./spoken.ts";

/** Utterances that are not finished when the caller falls silent for a moment. */
export const pauses: SpokenLine[] = [
  {
    id: "thinking_pause",
    speaker: "yossi",
    text: "אני מחפש דירה של שלושה חדרים.",
    sounds: "an'i mexap'es dir'a _900 Sel SloS'a xadar'im",
  },
  {
    id: "thinking_budget",
    speaker: "david",
    text: "התקציב שלי הוא בערך חמשת אלפים.",
    sounds: "hatakts'iv Sel'i hu _700 be'erex xam'eSet alaf'im",
  },
  {
    id: "thinking_near_train",
    speaker: "tamar",
    text: "אני צריכה משהו קרוב לרכבת.",
    sounds: "an'i tsrix'a _500 m'aSehu kar'ov larak'evet",
  },
  {
    id: "phone_with_pauses",
    speaker: "david",
    text: "המספר שלי אפס חמש שלוש שמונה ארבע שתיים שתיים שלוש אחת שבע.",
    sounds: "hamisp'ar Sel'i 'efes xam'eS Sal'oS _600 Sm'one 'arba St'ajim _600 St'ajim Sal'oS ax'at S'eva",
  },
  {
    id: "thinking_balcony",
    speaker: "michal",
    text: "אני מחפשת דירה עם מרפסת גדולה.",
    sounds: "an'i mexap'eset dir'a im _900 mirp'eset gdol'a",
  },
  {
    id: "thinking_price",
    speaker: "david",
    text: "התקציב שלנו הוא שבעת אלפים שקל.",
    sounds: "hatakts'iv Sel'anu hu _900 Siv'at alaf'im S'ekel",
  },
  {
    id: "thinking_tuesday",
    speaker: "avi",
    text: "אפשר לבוא לראות ביום שלישי בערב?",
    sounds: "efS'ar lav'o lir'ot bej'om _900 SliS'i ba'erev",
  },
  {
    id: "thinking_name",
    speaker: "tamar",
    text: "קוראים לי רונית ברק.",
    sounds: "kor'im li _900 ron'it bar'ak",
  },
  {
    id: "thinking_parents",
    speaker: "yossi",
    text: "אני רוצה למכור את הבית של ההורים שלי.",
    sounds: "an'i rots'e limk'or et _900 hab'ajit Sel hahor'im Sel'i",
  },
  {
    id: "thinking_sold",
    speaker: "michal",
    text: "רציתי לשאול אם הדירה ברחוב הרצל כבר נמכרה.",
    sounds: "rats'iti liS'ol im _900 hadir'a birx'ov h'ertsel kvar nimker'a",
  },
  {
    id: "thinking_sea",
    speaker: "tamar",
    text: "אנחנו רוצים לגור ליד הים בחיפה.",
    sounds: "an'axnu rots'im lag'ur lej'ad _900 haj'am bex'ejfa",
  },
  {
    id: "thinking_rooms",
    speaker: "david",
    text: "אנחנו צריכים ארבעה או חמישה חדרים.",
    sounds: "an'axnu tsrix'im arba'a o _900 xamiS'a xadar'im",
  },
  {
    id: "thinking_phone",
    speaker: "yossi",
    text: "הטלפון שלי הוא אפס חמש שתיים שלוש שבע אחת ארבע שמונה שש תשע.",
    sounds: "hat'elefon Sel'i hu 'efes xam'eS St'ajim _900 Sal'oS S'eva ax'at 'arba Sm'one SeS t'eSa",
  },
  {
    id: "thinking_elevator",
    speaker: "avi",
    text: "הבעיה היא שהמעלית לא עובדת.",
    sounds: "habeaj'a hi _900 Sehamaal'it lo ov'edet",
  },
  {
    id: "thinking_contract",
    speaker: "michal",
    text: "אני צריכה לדבר עם שי בקשר לחוזה השכירות.",
    sounds: "an'i tsrix'a ledab'er im S'aj _900 bek'eSer lexoz'e hasxir'ut",
  },
  {
    id: "trailing_and",
    speaker: "yossi",
    text: "אני מחפש דירה עם מרפסת ו",
    sounds: "an'i mexap'es dir'a im mirp'eset vee",
  },
  { id: "and_parking", speaker: "yossi", text: "וחניה.", sounds: "vexanaj'a" },
  { id: "trailing_of", speaker: "tamar", text: "זאת הדירה של", sounds: "zot hadir'a Sel" },
  { id: "of_my_mother", speaker: "tamar", text: "של אמא שלי.", sounds: "Sel 'ima Sel'i" },
];
