/** What a text costs as SMS: carriers cut it into parts, bill each, and put them together on the phone. */

/** The basic alphabet of GSM 03.38, 7 bits a character. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
);
/** Its extension: an escape goes before each of these. */
const EXTENDED = new Set("\f^{}\\[~]|€");

/** How much goes into the only part, and into each of several: those begin with a header that says which is which. */
const ROOM = { gsm7: { alone: 160, each: 153 }, ucs2: { alone: 70, each: 67 } } as const;

export interface SmsSegments {
  /** One character outside of GSM's alphabet, such as any Hebrew letter, makes all of the text UCS-2. */
  encoding: keyof typeof ROOM;
  /** How many parts are billed; none for no text. */
  segments: number;
  /** Characters as they are counted: septets of GSM-7, UTF-16 units of UCS-2. */
  units: number;
}

/** Counts the parts of an SMS (3GPP TS 23.038 and 23.040). What takes two units is never cut in two. */
export function smsSegments(text: string): SmsSegments {
  const characters = [...text];
  const encoding = characters.every((one) => BASIC.has(one) || EXTENDED.has(one)) ? "gsm7" : "ucs2";
  const sizes = characters.map((one) => (encoding === "gsm7" ? (EXTENDED.has(one) ? 2 : 1) : one.length));
  const units = sizes.reduce((sum, size) => sum + size, 0);
  const { alone, each } = ROOM[encoding];
  return { encoding, units, segments: units === 0 ? 0 : units <= alone ? 1 : partsOf(sizes, each) };
}

function partsOf(sizes: readonly number[], room: number): number {
  let parts = 1;
  let taken = 0;
  for (const size of sizes) {
    if (taken + size > room) {
      parts += 1;
      taken = 0;
    }
    taken += size;
  }
  return parts;
}
