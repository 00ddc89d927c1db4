/** Dates as they come from outside, within what people mean. Beyond that a calendar and the database stop counting. */
import { z } from "zod";

const FIRST = "1900-01-01";
const AFTER_LAST = "2200-01-01";
const TOO_FAR = "התאריך רחוק מדי";

/** YYYY-MM-DD. */
export const day = z.iso.date().refine((text) => text >= FIRST && text < AFTER_LAST, TOO_FAR);

/** ISO 8601, with any offset; becomes UTC with milliseconds, as everything of ours is written. */
export const moment = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => Date.parse(text) >= Date.parse(FIRST) && Date.parse(text) < Date.parse(AFTER_LAST), TOO_FAR)
  .transform((text) => new Date(text).toISOString());
