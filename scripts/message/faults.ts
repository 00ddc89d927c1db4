/** What went wrong in a conversation: refused by either side, or lost. */
import type { LoggedRequest, SeenMessage } from "./door.ts";

/** One sentence for each fault; none when everything was taken and everything arrived. */
export function faultsOf(messages: SeenMessage[], requests: LoggedRequest[]): string[] {
  const faults = messages.flatMap(({ by, received, status, errorCode, body, webhooks }) => [
    ...(by === "business" && !received ? [`not delivered (${status}, ${errorCode}): ${body}`] : []),
    ...webhooks.flatMap(({ event, error }) =>
      error ? [`the webhook "${event}": ${error.code}, ${error.message}`] : [],
    ),
  ]);
  for (const { step, status, detail } of requests)
    if (step === "messaging" && status >= 400)
      faults.push(`the network refused ${detail.method} ${detail.path}: ${status}, ${detail.code ?? "no code"}`);
  return [...new Set(faults)];
}
