/** The conversation for a terminal. */
import type { SeenMessage } from "./door.ts";

export function printMessage({ by, body, media, buttons, received, status, errorCode }: SeenMessage): void {
  const at = new Date().toTimeString().slice(0, 8);
  const who = by === "person" ? "customer" : "business";
  const trouble = received ? "" : `  (${status}${errorCode === null ? "" : `, ${errorCode}`})`;
  console.log(`${at}  ${who}  ${body}${trouble}`);
  for (const { contentType, url } of media) console.log(`                    ${contentType}: ${url}`);
  if (buttons.length > 0) console.log(`                    ${buttons.map(({ title }) => `[${title}]`).join(" ")}`);
}

export function printFaults(faults: string[]): void {
  if (faults.length === 0) console.log("\nnothing refused, nothing lost");
  else console.log(`\nFAULTS:\n${faults.map((fault) => `  - ${fault}`).join("\n")}`);
}
