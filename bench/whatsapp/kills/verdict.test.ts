import { describe, expect, it } from "vitest";
import type { Received } from "../people.ts";
import type { WrittenMessage } from "../writers.ts";
import { judge, type KeptConversation } from "./verdict.ts";

const PERSON = "+972541234567";
const written = (sid: string, status = 200): WrittenMessage => ({
  ...{ sid, status, from: PERSON, body: "שלום", at: 0, tookMs: 5 },
});
const sent = (sid: string): Received => ({
  ...{ by: "business", sid, body: "שלום", status: "read", errorCode: null, history: [{ status: "queued", at: 0 }] },
});
const kept = (changes: Partial<KeptConversation> = {}): KeptConversation => ({
  ...{ person: PERSON, delayMs: 1500, inSids: ["SM1", "SM2"], inAt: [0, 300], outSids: ["SM3"], answersTo: ["a"] },
  unanswered: false,
  ...changes,
});
const verdict = (conversation: KeptConversation, received = [sent("SM3")], status = 200) =>
  judge([written("SM1"), written("SM2", status)], [conversation], new Map([[PERSON, received]]));

describe("a burst", () => {
  it("is well when each message is kept once and one answer is on the phone", () => {
    expect(verdict(kept())).toEqual({
      ...{ acknowledged: 2, stored: 2, lost: [], storedTwice: [], bursts: 1, notAnswered: [], answeredTwice: [] },
      ...{ torn: 0, sent: 1, sentTwice: [], notSent: [] },
    });
  });

  it("has lost what was acknowledged and is not kept, and nothing else", () => {
    expect(verdict(kept({ inSids: ["SM1"], inAt: [0] })).lost).toEqual(["SM2"]);
    expect(verdict(kept({ inSids: ["SM1"], inAt: [0] }), undefined, 0).lost).toEqual([]);
    expect(verdict(kept({ inSids: ["SM1", "SM2", "SM2"] })).storedTwice).toEqual(["SM2"]);
  });

  it("is answered twice when more answers came than it has parts", () => {
    expect(verdict(kept({ answersTo: ["a", "b"] })).answeredTwice).toEqual([PERSON]);
    expect(verdict(kept({ answersTo: ["a", "b"], inAt: [0, 1501] }))).toMatchObject({ answeredTwice: [], torn: 1 });
  });

  it("is not answered when something of it is left, or nobody knows of it", () => {
    expect(verdict(kept({ unanswered: true })).notAnswered).toEqual([PERSON]);
    expect(verdict(kept({ answersTo: [] })).notAnswered).toEqual([PERSON]);
    expect(judge([written("SM1")], [], new Map()).notAnswered).toEqual([PERSON]);
    expect(judge([written("SM1", 503)], [], new Map())).toMatchObject({ bursts: 0, notAnswered: [] });
  });
});

describe("an answer", () => {
  it("is sent twice when the network took one that is not ours by name", () => {
    expect(verdict(kept(), [sent("SM3"), sent("SM4")]).sentTwice).toEqual([`${PERSON} SM4`]);
  });

  it("is not sent when the network has none of its name", () => {
    expect(verdict(kept({ outSids: ["SM3", null] })).notSent).toEqual([`${PERSON} has no name`]);
    expect(verdict(kept(), []).notSent).toEqual([`${PERSON} SM3`]);
  });
});
