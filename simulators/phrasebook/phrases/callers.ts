import type { SpokenLine } from "./spoken.ts";

/** Callers whom nobody expects: who are angry, or speak no Hebrew. */
export const callers: SpokenLine[] = [
  {
    id: "angry_liars",
    speaker: "david",
    text: "אתם חבורה של שקרנים, נמאס לי מכם!",
    sounds: "at'em xavur'a Sel Sakran'im nim'as li mik'em",
  },
  {
    id: "angry_useless",
    speaker: "david",
    text: "איזה שירות גרוע, אתם לא שווים כלום.",
    sounds: "'eize Sir'ut gar'ua at'em lo Sav'im kl'um",
  },
  {
    id: "english_rent",
    speaker: "avi",
    language: "en",
    text: "Hello, I am looking for an apartment.",
    sounds: "helou ai em luking for en apartment",
  },
  {
    id: "english_speak",
    speaker: "avi",
    language: "en",
    text: "Sorry, do you speak any English?",
    sounds: "sori du yu spik eni inglish",
  },
  {
    id: "russian_rent",
    speaker: "tamar",
    language: "ru",
    text: "Здравствуйте, я ищу квартиру в аренду.",
    sounds: "zdravstvuite ya ishchu kvartiru v arendu",
  },
  {
    id: "russian_speak",
    speaker: "tamar",
    language: "ru",
    text: "Извините, вы говорите по-русски?",
    sounds: "izvinite vy govorite po-russki",
  },
];
