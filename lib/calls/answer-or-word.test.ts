import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { answerOrWord } from "./answer-or-word.ts";

/** What is promised of the quiet on the line, and what of it the way there and back may take. */
const QUIET_AT_MOST_MS = 1500;
const WAY_MS = 200;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const late = (ms: number, what: string | Error) =>
  new Promise<string>((resolve, reject) =>
    setTimeout(() => (what instanceof Error ? reject(what) : resolve(what)), ms),
  );

/** The answer comes after so long, and a word in the business's own voice so long after it was asked for. */
async function told(answerMs: number, word: { ms: number; fails?: Error }) {
  const begun = Date.now();
  const ownWord = vi.fn(() => late(word.ms, word.fails ?? "own word"));
  const telling = answerOrWord({ answering: late(answerMs, "answer"), ownWord, networksWord: "network's word" });
  const coming = telling.then(({ say }) => ({
    say,
    afterMs: Date.now() - begun,
    wordAsked: ownWord.mock.calls.length,
  }));
  await vi.runAllTimersAsync();
  return coming;
}

describe("who waits for an answer without a stream", () => {
  it("gets one that comes at once, and no voice is asked for a word", async () => {
    expect(await told(300, { ms: 0 })).toEqual({ say: "answer", afterMs: 300, wordAsked: 0 });
  });

  it("gets one that comes before it is time for a word", async () => {
    expect(await told(1000, { ms: 0 })).toEqual({ say: "answer", afterMs: 1000, wordAsked: 1 });
  });

  it("hears a word that was made ready meanwhile", async () => {
    const { say, afterMs } = await told(5000, { ms: 250 });
    expect({ say, afterMs }).toEqual({ say: "own word", afterMs: 1100 });
  });

  it.each([
    ["that does not come", { ms: 60_000 }],
    ["that is slow to fail", { ms: 400, fails: new Error("down") }],
  ])("hears the network's own word in time when the voice is one %s", async (_, word) => {
    const { say, afterMs } = await told(5000, word);
    expect(say).toBe("network's word");
    expect(afterMs).toBeLessThanOrEqual(QUIET_AT_MOST_MS - WAY_MS);
  });

  it("is told of no word when the answer fails", async () => {
    const telling = answerOrWord({
      answering: late(900, new Error("our database is down")),
      ownWord: () => late(10_000, "own word"),
      networksWord: "network's word",
    });
    const failing = expect(telling).rejects.toThrow("our database");
    await vi.runAllTimersAsync();
    await failing;
  });
});
