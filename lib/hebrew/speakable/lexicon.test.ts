import { expect, it } from "vitest";
import { applyLexicon } from "./lexicon.ts";

const lexicon = [
  { written: "נדלן", spoken: "נָדְלָן" },
  { written: "נדלן פלוס", spoken: "נדלן פְּלוּס" },
  { written: "WhatsApp", spoken: "ווטסאפ" },
  { written: 'רמ"ג', spoken: "רמת גן" },
  { written: "רון", spoken: "רוֹן" },
  { written: "שרון", spoken: "שָׁרוֹן" },
  { written: "c++ (new)", spoken: "סי פלוס פלוס" },
  { written: "סי", spoken: "אס" },
];

it.each([
  ["חברת נדלן.", "חברת נָדְלָן."],
  ["אנחנו נדלן  פלוס", "אנחנו נדלן פְּלוּס"],
  ["בנדלן, ושבנדלן ול-נדלן", "בנָדְלָן, ושבנָדְלָן ול-נָדְלָן"],
  ["נדלנים והנדלנית", "נדלנים והנדלנית"],
  ["שלחו בwhatsapp", "שלחו בווטסאפ"],
  ["דירה ברמ״ג", "דירה ברמת גן"],
  ["רמ״גים", "רמ״גים"],
  ["שרון ורון", "שָׁרוֹן ורוֹן"],
  ["C++ (new)", "סי פלוס פלוס"],
  ["אין כאן כלום", "אין כאן כלום"],
])("%j is read as %j", (written, said) => expect(applyLexicon(written, lexicon)).toBe(said));

it("without words a text stays as it is", () => expect(applyLexicon("נדלן", [])).toBe("נדלן"));
