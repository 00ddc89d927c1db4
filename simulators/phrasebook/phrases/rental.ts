import type { SpokenLine } from "./spoken.ts";

const speaker = "yossi";

/** A caller who looks for a flat to rent, in the order in which he would say it. */
export const rental: SpokenLine[] = [
  {
    id: "rental_opening",
    speaker,
    text: "שלום, אני מחפש דירה להשכרה.",
    sounds: "Sal'om an'i mexap'es dir'a lehaskar'a",
  },
  { id: "rental_area", speaker, text: "בתל אביב, באזור המרכז.", sounds: "bet'el av'iv beez'or hamerk'az" },
  { id: "rental_rooms", speaker, text: "שלושה חדרים, עם מרפסת.", sounds: "SloS'a xadar'im im mirp'eset" },
  { id: "rental_budget", speaker, text: "עד ששת אלפים שקל לחודש.", sounds: "ad S'eSet alaf'im S'ekel lex'odeS" },
  { id: "rental_when", speaker, text: "כניסה באחד באוגוסט.", sounds: "knis'a beex'ad beog'ust" },
  { id: "rental_pets", speaker, text: "יש לי כלב קטן, זה בסדר?", sounds: "jeS li k'elev kat'an ze bes'eder" },
  { id: "rental_name", speaker, text: "קוראים לי יוסי כהן.", sounds: "kor'im li j'osi koh'en" },
  {
    id: "rental_phone",
    speaker,
    text: "אפס חמש שתיים ארבע שלוש אחת שמונה שבע שש חמש.",
    sounds: "'efes xam'eS St'ajim 'arba Sal'oS ax'at Sm'one S'eva SeS xam'eS",
  },
  {
    id: "rental_viewing",
    speaker,
    text: "אפשר לראות את הדירה ביום שישי בבוקר?",
    sounds: "efS'ar lir'ot et hadir'a bej'om SiS'i bab'oker",
  },
  { id: "rental_goodbye", speaker, text: "תודה רבה, להתראות.", sounds: "tod'a rab'a lehitra'ot" },
];
