import { get } from "node:http";
import type { Household } from "./household.ts";
import { Trouble } from "./trouble.ts";
import { pollUntil } from "./wait.ts";

const readyWithinMs = 90_000;

/** Waits until the product itself says, through its public port, that it is ready. @throws Trouble with what it said last. */
export async function waitUntilReady(port: number, household: Household, signal: AbortSignal): Promise<void> {
  let last = "no answer";
  const ready = await pollUntil(readyWithinMs, 25, async () => {
    signal.throwIfAborted();
    const answer = await askReady(port);
    if (answer.status === 200) return true;
    last = answer.said;
    return undefined;
  });
  if (ready !== undefined) return;
  const seconds = readyWithinMs / 1000;
  throw new Trouble(`Moked was not ready after ${seconds} s; /readyz said last: ${last}\n${household.tails(8)}`);
}

function askReady(port: number): Promise<{ status: number; said: string }> {
  return new Promise((resolve) => {
    const fail = (error: Error) => resolve({ status: 0, said: error.message });
    const request = get({ port, host: "127.0.0.1", path: "/readyz", agent: false, timeout: 5_000 }, (response) => {
      let body = "";
      response.setEncoding("utf8");
      response.on("data", (chunk: string) => {
        body += chunk;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, said: `${response.statusCode} ${body.slice(0, 500)}` }),
      );
      response.on("error", fail);
    });
    request.on("timeout", () => request.destroy(new Error("no answer within 5 s")));
    request.on("error", fail);
  });
}
