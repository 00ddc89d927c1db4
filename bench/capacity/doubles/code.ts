/**
 * Which call and which of its turns something belongs to, as Hebrew letters inside sentences and as bytes inside audio:
 * so that a transcript, a question to the model, a sentence to be spoken and a frame of sound name their turn themselves.
 */
// Without ש: three letters that end in "שח" are read as shekels.
const LETTERS = "אבגדהוזחטיכלמנסעפצקרת";

/** A turn of a call, counted from 0 over the whole measurement. */
export interface TurnKey {
  call: number;
  turn: number;
}

/** Three letters: 441 calls of 21 turns. */
export function codeOf({ call, turn }: TurnKey): string {
  return [Math.floor(call / LETTERS.length), call % LETTERS.length, turn].map((digit) => LETTERS[digit]).join("");
}

/** The last code in a text; undefined when there is none. */
export function turnIn(text: string): TurnKey | undefined {
  const code = [...text.matchAll(/קוד ([א-ת]{3})(?![א-ת])/gu)].at(-1)?.[1];
  if (code === undefined) return undefined;
  const [high = 0, low = 0, turn = 0] = [...code].map((letter) => LETTERS.indexOf(letter));
  return { call: high * LETTERS.length + low, turn };
}

export const callerSays = (key: TurnKey) => `אני מחפש דירה קוד ${codeOf(key)} בחולון`;
export const agentSays = (key: TurnKey) => `פנייה קוד ${codeOf(key)} נרשמה. באיזה תקציב מדובר?`;

const MAGIC = Buffer.from([0x2a, 0xaa, 0x2b, 0xab, 0x2c, 0xac]);
/** Each digit of the key is one byte of an ordinary loudness. */
const FIRST_DIGIT = 0xc0;
const BASE = 32;
const MARK_BYTES = MAGIC.length + 3;

/** Writes the key into audio (raw mu-law), one millisecond of it. */
export function markAudio(audio: Buffer, at: number, { call, turn }: TurnKey): void {
  MAGIC.copy(audio, at);
  for (const [index, digit] of [Math.floor(call / BASE), call % BASE, turn].entries()) {
    audio[at + MAGIC.length + index] = FIRST_DIGIT + digit;
  }
}

/** The last key in audio; undefined when there is none. */
export function turnInAudio(audio: Buffer): TurnKey | undefined {
  const at = audio.lastIndexOf(MAGIC);
  if (at < 0 || at + MARK_BYTES > audio.length) return undefined;
  const [high = 0, low = 0, turn = 0] = audio
    .subarray(at + MAGIC.length, at + MARK_BYTES)
    .map((byte) => byte - FIRST_DIGIT);
  return { call: high * BASE + low, turn };
}
