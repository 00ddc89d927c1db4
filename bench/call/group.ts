/** What a caller is promised: how soon there is an answer, how soon there is silence, and that no word is lost. */
import type { Group } from "../group.ts";
import { withProduct } from "../product.ts";
import { percentile } from "../statistics.ts";
import { conversation } from "./conversations.ts";
import { measureFalseAlarms } from "./false-alarms.ts";
import { greetingsOf } from "./greetings.ts";
import { measureIncoming } from "./incoming.ts";
import { measureInterruptions } from "./interruptions.ts";
import { Exchange, type Observed } from "./ringing.ts";
import { measureStalls } from "./stalls.ts";
import { measureThinkingPauses } from "./thinking-pauses.ts";
import { measureFast, measureSlowRecogniser, measureTurns } from "./turns.ts";
import { measureTwenty } from "./twenty.ts";

export const turnsGroup: Group = async (bench) => {
  await withProduct(bench, async (product) => {
    const exchange = await Exchange.connect(product);
    bench.note("a call that is not counted, to wake everything");
    await exchange.ring([conversation(["rental_opening", "hours_when_open"])], 1);
    const quiet: Observed[] = [
      await measureTurns(bench, exchange),
      await measureFast(bench, exchange),
      await measureSlowRecogniser(bench, exchange),
      await measureInterruptions(bench, exchange),
      await measureFalseAlarms(bench, exchange),
      await measureThinkingPauses(bench, exchange),
    ];
    const greetings = quiet.flatMap(({ calls }) => greetingsOf(calls));
    bench.raw("greetings", greetings);
    bench.figure({
      name: "call.greeting_p95",
      value: percentile(greetings, 95),
      unit: "ms",
      target: { atMost: 150 },
      note: `${greetings.length} calls`,
    });
    await measureStalls(bench, exchange);
    await measureTwenty(bench, exchange, product);
    await measureIncoming(bench, product);
  });
};
