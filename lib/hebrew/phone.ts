/** Phone numbers: one form inside (E.164), one for people. The only place where a number is understood. */
import parsePhoneNumber from "libphonenumber-js";
import { z } from "zod";

/**
 * Understands what people type and what networks send. Null when it cannot be a number that is dialled from anywhere
 * (too short or long, a star number, a word). Possible is enough: numbering plans change faster than tables of them.
 */
export function toE164(input: string): string | null {
  if (!/^[+(\d][\d\s().-]*$/.test(input.trim())) return null;
  const parsed = parsePhoneNumber(input.trim(), "IL");
  return parsed?.isPossible() ? parsed.number : null;
}

/** For reading: Israeli numbers as people here write them, others internationally. Left to right: wrap it in `<bdi dir="ltr">`. */
export function formatPhone(e164: string): string {
  const parsed = parsePhoneNumber(e164);
  if (!parsed) return e164;
  return parsed.countryCallingCode === "972" ? parsed.formatNational() : parsed.formatInternational();
}

/** A form's phone field: any usual way to write it in, E.164 out. */
export const phone = z.string().transform((value, ctx) => {
  const e164 = toE164(value);
  if (e164) return e164;
  ctx.addIssue({ code: "custom", message: "מספר הטלפון אינו תקין" });
  return z.NEVER;
});
