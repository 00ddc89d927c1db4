import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { seal, unseal } from "./seal.ts";

process.env.ENCRYPTION_KEY = randomBytes(32).toString("base64");
const secret = Buffer.from("מפתח של שיחה");

it("what is sealed is opened again, in its own place only", () => {
  const sealed = seal(secret, "whatsapp_key:a");
  expect(Buffer.from(sealed).includes(secret)).toBe(false);
  expect(unseal(sealed, "whatsapp_key:a")).toEqual(secret);
  expect(() => unseal(sealed, "whatsapp_key:b")).toThrow();
});

it("one changed byte anywhere is noticed, and the same secret never looks the same", () => {
  const sealed = Buffer.from(seal(secret, "p"));
  for (const at of [0, 12, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => unseal(changed, "p"), String(at)).toThrow();
  }
  expect(Buffer.from(seal(secret, "p"))).not.toEqual(sealed);
});
