/** What a service noted down: how long the product had to wait for it in which turn. */
import type { TurnKey } from "./code.ts";

export interface Wait extends TurnKey {
  step: "transcription" | "model" | "voice";
  /** From the request's arrival until what the answer needs had left; epoch milliseconds. */
  from: number;
  to: number;
}

export const now = () => performance.timeOrigin + performance.now();
export const later = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
