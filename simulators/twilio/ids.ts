import { randomBytes } from "node:crypto";

/**
 * Twilio's identifiers: two letters and 32 hexadecimal digits. CA a call, MZ a stream, RE a recording, PN a number,
 * SM a message of text, MM one with media or from a template, ME a medium, HX a template.
 */
export function newSid(prefix: "CA" | "MZ" | "RE" | "PN" | "SM" | "MM" | "ME" | "HX"): string {
  return prefix + randomBytes(16).toString("hex");
}
