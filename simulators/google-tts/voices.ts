export interface GoogleVoice {
  name: string;
  gender: "MALE" | "FEMALE";
  naturalSampleRateHertz: number;
}

const LANGUAGE = "he-IL";
const LETTERS = ["A", "B", "C", "D"] as const;

/** The Hebrew voices. Whether he-IL has Chirp3-HD differs between Google's own sources, so that is a choice. */
export function hebrewVoices(withChirp: boolean): GoogleVoice[] {
  const families = ["Wavenet", "Standard"].flatMap((family) =>
    LETTERS.map(
      (letter): GoogleVoice => ({
        name: `${LANGUAGE}-${family}-${letter}`,
        gender: letter === "A" || letter === "C" ? "FEMALE" : "MALE",
        naturalSampleRateHertz: 24_000,
      }),
    ),
  );
  const chirp = (["Kore", "Charon"] as const).map(
    (name): GoogleVoice => ({
      name: `${LANGUAGE}-Chirp3-HD-${name}`,
      gender: name === "Kore" ? "FEMALE" : "MALE",
      naturalSampleRateHertz: 24_000,
    }),
  );
  return withChirp ? [...families, ...chirp] : families;
}

/** The answer of voices.list; enums as numbers when the client asked for that. */
export function voiceList(voices: GoogleVoice[], languageCode: string, numericEnums: boolean): object {
  const wanted = languageCode.toLowerCase();
  const speaks = wanted === "" || wanted === "he" || wanted === LANGUAGE.toLowerCase();
  return {
    voices: (speaks ? voices : []).map(({ name, gender, naturalSampleRateHertz }) => ({
      languageCodes: [LANGUAGE],
      name,
      ssmlGender: numericEnums ? GENDERS[gender] : gender,
      naturalSampleRateHertz,
    })),
  };
}

/** SsmlVoiceGender of the API, by name. */
const GENDERS = { MALE: 1, FEMALE: 2 } as const;
