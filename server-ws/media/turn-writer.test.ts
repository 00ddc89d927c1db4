import { describe, expect, test } from "vitest";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { FakeClock } from "../testing/fake-clock.ts";
import { toTurnView } from "./turn-view.ts";
import { TurnWriter } from "./turn-writer.ts";

const turn = (index: number, text: string): TurnView =>
  toTurnView({ speaker: "caller", index, text, confidence: null, atMs: 0, endMs: 0 });

const said = (index: number, text: string): TurnView => ({ ...turn(index, text), speaker: "agent" });

function writerWith(keep: (turn: TurnView) => Promise<void>) {
  const clock = new FakeClock();
  const retries: unknown[] = [];
  const lost: TurnView[] = [];
  const writer = new TurnWriter({
    clock,
    keep,
    onRetry: (error) => retries.push(error),
    onGivenUp: (turns) => lost.push(...turns),
  });
  return { clock, writer, retries, lost };
}

describe("turns of a call", () => {
  test("are kept one after another, and only the newest state of each", async () => {
    const kept: string[] = [];
    const free: (() => void)[] = [];
    const { writer, clock } = writerWith((view) => {
      kept.push(`${view.index} ${view.text}`);
      return new Promise((resolve) => free.push(resolve));
    });
    writer.add(turn(0, "a"), true);
    writer.add(turn(1, "b"), false);
    writer.add(turn(1, "b c"), true);
    writer.add(turn(0, "a, corrected"), true);
    for (let i = 0; i < 3; i++) {
      free[i]?.();
      await clock.advance(0);
    }
    expect(kept).toEqual(["0 a", "0 a, corrected", "1 b c"]);
  });

  test("of the caller are kept at once, of the agent at once when they are over and not with every word", async () => {
    const kept: string[] = [];
    const { writer, clock } = writerWith(async (view) => void kept.push(`${view.index} ${view.text}`));
    const news = async () => {
      await clock.advance(0);
      return kept.splice(0);
    };
    writer.add(turn(0, "דירה"), false);
    expect(await news()).toEqual(["0 דירה"]);
    writer.add(turn(0, "דירה בחיפה"), false);
    expect(await news()).toEqual(["0 דירה בחיפה"]);
    writer.add(said(1, "בשמחה."), false);
    writer.add(said(1, "בשמחה. כמה חדרים?"), false);
    await clock.advance(999);
    expect(await news()).toEqual([]);
    await clock.advance(1);
    expect(await news()).toEqual(["1 בשמחה. כמה חדרים?"]);
    writer.add(said(1, "בשמחה. כמה חדרים? ובאיזה תקציב?"), true);
    expect(await news()).toEqual(["1 בשמחה. כמה חדרים? ובאיזה תקציב?"]);
    writer.add(said(3, "רגע."), false);
    writer.add(turn(4, "שלושה"), false);
    expect(await news()).toEqual(["3 רגע.", "4 שלושה"]);
  });

  test("that have not changed are not kept again", async () => {
    const kept: string[] = [];
    const { writer, clock } = writerWith(async (view) => void kept.push(view.text));
    for (const final of [false, false, true]) writer.add(turn(0, "דירה"), final);
    await clock.advance(0);
    writer.add(turn(0, "דירה"), true);
    await clock.advance(60_000);
    expect(kept).toEqual(["דירה"]);
  });

  test("of the agent that still wait are kept when the call is over", async () => {
    const kept: string[] = [];
    const { writer, clock } = writerWith(async (view) => void kept.push(view.text));
    writer.add(said(0, "שלום."), false);
    await clock.advance(0);
    writer.add(said(0, "שלום. במה אפשר לעזור?"), false);
    let ended = false;
    void writer.end(3_000).then(() => {
      ended = true;
    });
    await clock.advance(0);
    expect([ended, kept]).toEqual([true, ["שלום.", "שלום. במה אפשר לעזור?"]]);
  });

  test("wait for a database that is away, and are all kept when it is back", async () => {
    let away = true;
    const kept: number[] = [];
    const { writer, clock, retries, lost } = writerWith(async (view) => {
      if (away) throw new Error("no database");
      kept.push(view.index);
    });
    for (let index = 0; index < 5; index++) writer.add(turn(index, "x"), true);
    await clock.advance(60_000);
    expect(kept).toEqual([]);
    away = false;
    await clock.advance(5_000);
    expect(kept).toEqual([0, 1, 2, 3, 4]);
    expect(retries.length).toBeGreaterThan(5);
    expect([lost, clock.waiting]).toEqual([[], 0]);
  });

  test("do not hold the end of the call, and are given up ten minutes later", async () => {
    const { writer, clock, lost } = writerWith(async () => {
      throw new Error("no database");
    });
    writer.add(turn(0, "x"), true);
    let ended = false;
    void writer.end(3_000).then(() => {
      ended = true;
    });
    await clock.advance(3_000);
    expect(ended).toBe(true);
    await clock.advance(11 * 60_000);
    expect(lost.map((view) => view.index)).toEqual([0]);
    expect(clock.waiting).toBe(0);
  });
});
