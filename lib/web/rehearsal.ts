/**
 * Next loads a route when somebody first asks for it, and the driver opens a connection when somebody first needs one: half
 * a second together, in which a phone would go on ringing. So it is done once before.
 */
import { setTimeout as wait } from "node:timers/promises";
import { env } from "../config/env.ts";
import { openConnections } from "../db/client.ts";
import { log } from "../log.ts";

/** What a call needs soon. They take POST only: asking with GET loads them and does nothing. */
const ROUTES = ["incoming_call", "stream_ended", "handle_speech", "handle_recording", "call_status"];
const TRIES = 50;
const TRY_EVERY_MS = 100;

/** Never rejects: what fails here is done later, by whoever comes first. */
export async function rehearse(): Promise<void> {
  try {
    await openConnections();
    for (const route of ROUTES) await askOnceThere(`http://127.0.0.1:${env().NEXT_PORT}/webhook/${route}`);
  } catch (error) {
    log().warn({ err: error }, "the first call will wait a little longer");
  }
}

/** Next begins to listen only after this was begun. */
async function askOnceThere(url: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await (await fetch(url)).arrayBuffer();
      return;
    } catch (error) {
      if (tries >= TRIES) throw error;
      await wait(TRY_EVERY_MS);
    }
  }
}
