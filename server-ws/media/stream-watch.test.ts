import { expect, test } from "vitest";
import { FakeClock } from "../testing/fake-clock.ts";
import { StreamWatch } from "./stream-watch.ts";

function watched() {
  const clock = new FakeClock();
  const seen: string[] = [];
  const watch = new StreamWatch({
    clock,
    ping: () => seen.push(`ping ${clock.now()}`),
    onSilent: () => seen.push(`silent ${clock.now()}`),
    onNoStart: () => seen.push(`no start ${clock.now()}`),
  });
  return { clock, seen, watch };
}

test("a stream has ten seconds to start", async () => {
  const { clock, seen } = watched();
  await clock.advance(10_000);
  expect(seen).toEqual(["no start 10000"]);
});

test("a stream is pinged every 15 s and closed after 30 s without a message", async () => {
  const { clock, seen, watch } = watched();
  watch.started();
  await clock.advance(12_000);
  watch.message();
  await clock.advance(30_000);
  expect(seen).toEqual(["ping 15000", "ping 30000", "silent 42000"]);
  watch.stop();
  expect(clock.waiting).toBe(0);
});
