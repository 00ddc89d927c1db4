import { describe, expect, it } from "vitest";
import { Hearing } from "./hearing.ts";
import { FakeClock } from "./testing/fake-clock.ts";
import { defaultTuning } from "./tuning.ts";

const WINDOW = 256;

/** Drives the detector by hand; every sample's value tells its window, so that what the ears got can be read. */
function hearing(drops = false, answers = false) {
  const clock = new FakeClock();
  let window = 0;
  let tell: (probability: number, endSample: number) => void = () => {};
  const heard: number[] = [];
  const commits: number[][] = [];
  const ears = {
    append: (audio: Uint8Array) => void heard.push(...audio),
    commit: async () => {
      commits.push(heard.splice(0));
      return { text: `text ${commits.length}`, confidence: null, noSpeech: null, compression: null };
    },
    discard: () => void heard.splice(0),
    close: () => {},
  };
  const detector = {
    push: () => {},
    onProbability: (listener: typeof tell) => {
      tell = listener;
    },
    close: () => {},
  };
  const all = new Hearing({ clock, detector, ears }, defaultTuning, {
    speech: () => {},
    answers: () => answers,
    quiet: () => (drops ? all.drop() : undefined),
    late: () => {},
    failed: () => {},
  });
  /** "#" speech, "." none, "?" perhaps. */
  const windows = async (pattern: string) => {
    for (const kind of pattern) {
      await clock.advance(32);
      all.onAudio(new Uint8Array(WINDOW).fill(window++));
      tell(kind === "#" ? 0.9 : kind === "?" ? 0.6 : 0, window * WINDOW);
    }
  };
  return { all, windows, heard, commits, clock };
}

describe("what the recogniser is given", () => {
  it("is the speech with what lies around it, and nothing else", async () => {
    const { windows, commits, heard } = hearing();
    await windows("....................##########..........");
    // From 600 ms before the onset (within window 1) to 100 ms after the end (within window 33).
    expect([...new Set(commits[0])]).toEqual(Array.from({ length: 33 }, (_, at) => at + 1));
    expect(commits[0]).toHaveLength((600 + 320 + 100) * 8);
    expect(heard).toEqual([]);
  });

  it("is never cut where something is just beginning", async () => {
    const { windows, commits } = hearing();
    await windows("..........########....?");
    expect(commits).toEqual([]);
    await windows("#####....");
    expect(commits).toEqual([]);
    await windows(".");
    expect(commits).toHaveLength(1);
  });

  it("has no gap and no repetition from one piece to the next", async () => {
    const { windows, commits } = hearing();
    await windows("....................########..............########.......");
    expect(commits).toHaveLength(2);
    // From 600 ms before the first onset (window 20) to 100 ms after the last end (window 50), every sample once.
    const from = 20 * WINDOW - 600 * 8;
    const to = 50 * WINDOW + 100 * 8;
    expect(commits.flat()).toEqual(Array.from({ length: to - from }, (_, at) => Math.floor((from + at) / WINDOW)));
  });

  it("is the whole piece again when a short silence may have been inside a word", async () => {
    const { all, windows, commits } = hearing();
    await windows("....................########.......########.......");
    expect(commits).toHaveLength(2);
    const [first = [], second = []] = commits;
    expect(second.slice(0, first.length)).toEqual(first);
    expect(second).toHaveLength((600 + 256 + 7 * 32 + 256 + 100) * 8);
    expect(all.draft?.waiting).toBe(0);
    expect(all.draft?.text).toBe("text 2");
  });

  it("is asked about piece by piece while somebody speaks without a pause, and misses nothing between two pieces", async () => {
    const { all, windows, commits } = hearing();
    const seconds = 8 * 60;
    await windows("#".repeat((seconds * 1000) / 32));
    await windows(".".repeat(10));
    const seen = commits.map(({ length }) => length / 8000);
    expect(Math.max(...seen)).toBeLessThan(30.1);
    expect(commits).toHaveLength(18);
    // Each begins with the last 2.5 s of the one before.
    const shared = 2.5 * 8000;
    commits.slice(1).forEach((piece, at) => {
      expect(piece.slice(0, shared)).toEqual(commits[at]?.slice(-shared));
    });
    expect(commits.flat().length - 17 * shared).toBe((seconds + 0.1) * 8000);
    expect(all.draft?.unasked).toBe(false);
  });

  it("is asked at the first sign of silence when an answer is wanted, a few times in a turn", async () => {
    const { all, windows, commits } = hearing(false, true);
    await windows("....................########.");
    expect(commits).toHaveLength(1);
    await windows("..........");
    expect(commits).toHaveLength(1);
    expect(all.draft?.text).toBe("text 1");
    // Each time the caller goes on, the whole piece is heard again; after the second time only a longer silence counts.
    await windows("####.####.####");
    expect(commits).toHaveLength(2);
    await windows("...");
    expect(commits).toHaveLength(3);
    await windows("...");
    expect(commits.at(-1)?.slice(0, commits[0]?.length)).toEqual(commits[0]);
    expect(all.draft?.text).toBe("text 3");
  });

  it("holds the first sound of a word even if that was taken for a noise", async () => {
    const { all, windows, heard, clock } = hearing(true);
    await windows("....................##....");
    expect(all.draft).toBeNull();
    expect(heard).toEqual([]);
    await windows(".####");
    expect(heard.slice(0, 1)).toEqual([8]);
    expect(new Set(heard).has(20)).toBe(true);
    all.drop();
    all.close();
    expect(clock.pending).toBe(0);
  });
});
