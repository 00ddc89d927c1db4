import { describe, expect, it } from "vitest";
import { reactionTo } from "./reaction.ts";

const paired = { paired: true, shown: false, failures: 1 };
const stop = { kind: "stop", forget: false, alert: true };

describe("a session that closes", () => {
  it.each([
    ["515 after a pairing: at once", { code: 515, ...paired }, { kind: "reconnect", delayMs: 0 }],
    [
      "401 logged out on the phone: forgotten, and the staff are told",
      { code: 401, ...paired },
      { ...stop, state: "STOPPED", reason: "logged_out", forget: true },
    ],
    ["402 forbidden", { code: 402, ...paired }, { ...stop, state: "FAILED", reason: "forbidden" }],
    ["403 forbidden", { code: 403, ...paired }, { ...stop, state: "FAILED", reason: "forbidden" }],
    ["406 forbidden", { code: 406, ...paired }, { ...stop, state: "FAILED", reason: "forbidden" }],
    ["405 too old: brought up to date", { code: 405, ...paired }, { kind: "reconnect", refreshVersion: true }],
    [
      "405 again and again: a person's matter",
      { ...paired, code: 405, failures: 6 },
      { ...stop, state: "FAILED", reason: "outdated" },
    ],
    ["440 replaced: no fight", { code: 440, ...paired }, { ...stop, state: "FAILED", reason: "replaced" }],
    [
      "408 with nobody scanning: offered again, nobody is alarmed",
      { code: 408, paired: false, shown: true, failures: 1 },
      { ...stop, state: "STOPPED", reason: "not_scanned", alert: false },
    ],
    ["408 of a paired phone is never final", { ...paired, code: 408, failures: 50 }, { kind: "reconnect" }],
    [
      "408 before anything was shown is the network",
      { code: 408, paired: false, shown: false, failures: 1 },
      { kind: "reconnect" },
    ],
    [
      "… and an unpaired phone does not try for ever",
      { code: 408, paired: false, shown: false, failures: 5 },
      { ...stop, state: "STOPPED", reason: "unreachable", alert: false },
    ],
    ["428 closed", { ...paired, code: 428, failures: 50 }, { kind: "reconnect", refreshVersion: false }],
    ["503 unavailable", { ...paired, code: 503, failures: 50 }, { kind: "reconnect", refreshVersion: false }],
    ["500 a few times", { ...paired, code: 500, failures: 4 }, { kind: "reconnect" }],
    [
      "500 too often: to be paired again, the keys are kept",
      { ...paired, code: 500, failures: 5 },
      { ...stop, state: "FAILED", reason: "pair_again" },
    ],
    [
      "411 mismatch: paired again",
      { code: 411, ...paired },
      { ...stop, state: "FAILED", reason: "pair_again", forget: true },
    ],
    ["a code that nobody knows is like 500", { ...paired, code: 999, failures: 5 }, { ...stop, reason: "pair_again" }],
  ] as const)("%s", (_, closed, reaction) => {
    expect(reactionTo(closed, 0)).toMatchObject(reaction);
  });

  it("waits twice as long each time, at most a minute, and never all sessions equally", () => {
    const pauses = [1, 2, 3, 20].map((failures) => reactionTo({ ...paired, code: 428, failures }, 0));
    expect(pauses).toMatchObject([{ delayMs: 1000 }, { delayMs: 2000 }, { delayMs: 4000 }, { delayMs: 60_000 }]);
    expect(reactionTo({ ...paired, code: 428, failures: 3 }, 1)).toMatchObject({ delayMs: 2000 });
  });
});
