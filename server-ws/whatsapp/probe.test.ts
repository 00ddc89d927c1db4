import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Probe } from "./probe.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("a connection that answers nothing is found dead within two minutes", async () => {
  const onDead = vi.fn();
  new Probe({ ask: () => new Promise(() => {}), onDead });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onDead).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(onDead).toHaveBeenCalledOnce();
});

it("one answer that is missing is an accident, and a closed probe asks nobody", async () => {
  const onDead = vi.fn();
  const answers = [false, true, false, true];
  let asked = 0;
  const ask = async () => {
    asked += 1;
    if (!answers.shift()) throw new Error("no answer");
  };
  const probe = new Probe({ ask, onDead });
  await vi.advanceTimersByTimeAsync(4 * 35_000);
  expect(asked).toBe(4);
  expect(onDead).not.toHaveBeenCalled();
  probe.close();
  await vi.advanceTimersByTimeAsync(300_000);
  expect(asked).toBe(4);
});
