import { answers } from "./answers.ts";
import { callers } from "./callers.ts";
import { pauses } from "./pauses.ts";
import { rental } from "./rental.ts";
import { requests } from "./requests.ts";
import { sale } from "./sale.ts";
import { short } from "./short.ts";
import type { SpokenLine } from "./spoken.ts";

/** The whole source table, in the order in which it is rendered. */
export const spokenLines: SpokenLine[] = [...rental, ...sale, ...short, ...pauses, ...answers, ...requests, ...callers];
