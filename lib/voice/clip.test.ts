import { describe, expect, it } from "vitest";
import { Clip, type ClipVoice } from "./clip.ts";
import { FakeClock } from "./testing/fake-clock.ts";

const TEXT = "שלום, במה אפשר לעזור?";

/** A voice that gives such a piece every `everyMs` and never ends. */
function endless(clock: FakeClock, piece: Uint8Array, everyMs: number): ClipVoice & { pieces: number } {
  const by = {
    clock,
    pieces: 0,
    voice: {
      async *synthesize(_: unknown, signal: AbortSignal) {
        while (!signal.aborted) {
          by.pieces += 1;
          yield piece;
          await clock.wait(everyMs, signal);
        }
      },
    },
    voiceName: null,
    speakable: (text: string) => text,
    stallMs: 1500,
  };
  return by;
}

async function hear(by: ClipVoice, clock: FakeClock): Promise<{ clip: Clip; troubles: unknown[] }> {
  const clip = new Clip({ text: TEXT, audio: null }, "answer");
  const troubles: unknown[] = [];
  const spoken = clip.synthesize(
    by,
    () => {},
    (error) => troubles.push(error),
  );
  await clock.advance(20_000);
  if (clip.state === "coming") clip.close();
  else await spoken;
  return { clip, troubles };
}

describe("a voice without end", () => {
  it("is left when it has said more than its text can be", async () => {
    const clock = new FakeClock();
    const by = endless(clock, new Uint8Array(800).fill(1), 10);
    const { clip, troubles } = await hear(by, clock);
    expect(clip.state).toBe("failed");
    expect(troubles).toMatchObject([{ provider: "tts", message: expect.stringMatching(/too long/) }]);
    const kept = clip.waiting.reduce((sum, { length }) => sum + length, 0);
    expect(kept).toBeGreaterThan(8000);
    expect(kept).toBeLessThan(8000 * 10);
    expect(by.pieces).toBeLessThan(100);
    expect(clock.pending).toBe(0);
  });

  it("has stalled when its pieces are empty", async () => {
    const clock = new FakeClock();
    const { clip, troubles } = await hear(endless(clock, new Uint8Array(0), 10), clock);
    expect(clip.state).toBe("failed");
    expect(troubles).toMatchObject([{ message: expect.stringMatching(/no audio/) }]);
  });
});
