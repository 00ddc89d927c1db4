import { randomBytes } from "node:crypto";

/**
 * Twilio's identifiers: two letters and 32 hexadecimal digits. CA a call, MZ a stream, RE a recording, PN a number, SM a
 * message, MM one with media, ME such a medium.
 */
export function newSid(prefix: "CA" | "MZ" | "RE" | "PN" | "SM" | "MM" | "ME"): string {
  return prefix + randomBytes(16).toString("hex");
}
