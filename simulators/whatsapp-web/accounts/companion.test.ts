import { expect, it } from "vitest";
import { Companion } from "./companion.ts";

it("gives each prekey away once, and tells the client when few are left", () => {
  const preKeys = new Map([1, 2, 3, 4, 5, 6].map((id) => [id, Buffer.from([id])]));
  const signedPreKey = { id: 1, key: Buffer.alloc(32), signature: Buffer.alloc(64) };
  const keys = { registrationId: 1, identity: Buffer.alloc(32), signedPreKey, preKeys };
  const companion = new Companion(1, Buffer.alloc(32), keys);
  const given = [1, 2, 3, 4, 5, 6, 7].map(() => {
    const [id] = companion.takeKeys().preKeys.keys();
    return { id, told: companion.pendingCount };
  });
  expect(given.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, undefined]);
  expect(given.map(({ told }) => told)).toEqual([0, 1, 1, 1, 1, 1, 1]);
});
