/** The doubles' own process: its parent orders calls over the IPC channel and gets what was seen. */
import { loadPhrasebook } from "#simulators/phrasebook/index.ts";
import { PlayedExchange, type RingOrder, type RungCall } from "./exchange.ts";
import type { Wait } from "./notes.ts";
import { PlayedServices } from "./services.ts";

export interface Rung {
  calls: RungCall[];
  waits: Wait[];
}
export type FromDoubles = { type: "listening"; url: string } | { type: "rung"; rung: Rung };

const FRAME_BYTES = 160;

const [first, second] = [...loadPhrasebook().phrases.values()];
if (!first || !second) throw new Error("the phrasebook is empty");
const wholeFrames = (audio: Uint8Array) => Buffer.from(audio.subarray(0, audio.length - (audio.length % FRAME_BYTES)));

const services = new PlayedServices(wholeFrames(second.audio));
const exchange = new PlayedExchange(wholeFrames(first.audio));

process.on("message", async (order: RingOrder) => {
  services.take();
  const calls = await exchange.ring(order);
  tell({ type: "rung", rung: { calls, waits: services.take() } });
});
process.on("disconnect", () => process.exit());
tell({ type: "listening", url: await services.listen() });

function tell(message: FromDoubles): void {
  process.send?.(message);
}
