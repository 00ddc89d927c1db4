import type { SpokenLine } from "./spoken.ts";

/** What people say in between: backchannels, one-word answers, interruptions. */
export const short: SpokenLine[] = [
  { id: "yes", speaker: "yossi", text: "כן.", sounds: "ken" },
  { id: "no", speaker: "yossi", text: "לא.", sounds: "lo" },
  { id: "thanks", speaker: "yossi", text: "תודה.", sounds: "tod'a" },
  { id: "hello", speaker: "yossi", text: "הלו?", sounds: "hal'o" },
  { id: "moment", speaker: "michal", text: "רגע.", sounds: "r'ega" },
  { id: "uh_huh", speaker: "michal", text: "אהה.", sounds: "ah'a" },
  { id: "all_right", speaker: "yossi", text: "בסדר.", sounds: "bes'eder" },
  { id: "goodbye", speaker: "yossi", text: "להתראות.", sounds: "lehitra'ot" },
  { id: "okay", speaker: "michal", text: "אוקיי.", sounds: "ok'ej" },
  { id: "correct", speaker: "tamar", text: "נכון.", sounds: "nax'on" },
  { id: "exactly", speaker: "avi", text: "בדיוק.", sounds: "bedij'uk" },
  { id: "understood", speaker: "david", text: "הבנתי.", sounds: "hev'anti" },
  { id: "great", speaker: "tamar", text: "מעולה.", sounds: "meul'e" },
  { id: "well", speaker: "avi", text: "נו.", sounds: "nu" },
  { id: "yes_please", speaker: "yossi", text: "כן, בבקשה.", sounds: "ken bevakaS'a" },
  { id: "no_thanks", speaker: "michal", text: "לא, תודה.", sounds: "lo tod'a" },
  { id: "anyone_there", speaker: "david", text: "הלו, מישהו שומע אותי?", sounds: "hal'o m'iSehu Som'ea ot'i" },
  { id: "did_not_hear", speaker: "tamar", text: "סליחה, לא שמעתי.", sounds: "slix'a lo Sam'ati" },
  { id: "say_again", speaker: "avi", text: "אפשר לחזור על זה?", sounds: "efS'ar laxz'or al ze" },
  { id: "interrupt_wait", speaker: "yossi", text: "רגע רגע, סליחה.", sounds: "r'ega r'ega slix'a" },
  {
    id: "interrupt_not_that",
    speaker: "yossi",
    text: "חכה שנייה, לא לזה התכוונתי.",
    sounds: "xak'e Snij'a lo lez'e hitkav'anti",
  },
  {
    id: "interrupt_to_rent",
    speaker: "yossi",
    text: "לא לא, אני רוצה לשכור, לא לקנות.",
    sounds: "lo lo an'i rots'e lisk'or lo likn'ot",
  },
  {
    id: "interrupt_how_much",
    speaker: "michal",
    text: "סליחה שאני קוטעת, כמה זה עולה?",
    sounds: "slix'a Sean'i kot'aat k'ama ze ol'e",
  },
  {
    id: "interrupt_hold_on",
    speaker: "tamar",
    text: "שנייה אחת, מישהו מדבר איתי.",
    sounds: "Snij'a ax'at m'iSehu medab'er it'i",
  },
];
