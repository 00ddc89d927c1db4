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
    id: "trailing_and",
    speaker: "yossi",
    text: "אני מחפש דירה עם מרפסת ו",
    sounds: "an'i mexap'es dir'a im mirp'eset vee",
  },
  { id: "and_parking", speaker: "yossi", text: "וחניה.", sounds: "vexanaj'a" },
  { id: "trailing_of", speaker: "tamar", text: "זאת הדירה של", sounds: "zot hadir'a Sel" },
  { id: "of_my_mother", speaker: "tamar", text: "של אמא שלי.", sounds: "Sel 'ima Sel'i" },
];
