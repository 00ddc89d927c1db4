import { getExpectedTwilioSignature } from "twilio/lib/webhooks/webhooks.js";
import { describe, expect, it } from "vitest";
import { isSignedByTwilio, isUpgradeSigned } from "./signature.ts";

const authToken = "12345678901234567890123456789012";
const url = "https://moked.example/webhook/incoming_call?x=1";
const form = { CallSid: "CA1", From: "+972531234567", Body: "שלום & ברכה", Empty: "" };
const signature = getExpectedTwilioSignature(authToken, url, form);

describe("a webhook's signature", () => {
  it("is accepted over the exact address and form", () => {
    expect(isSignedByTwilio({ authToken, signature, url, form })).toBe(true);
  });

  it.each([
    ["another form", { form: { ...form, From: "+972530000000" } }],
    ["a further field", { form: { ...form, More: "1" } }],
    ["another path", { url: url.replace("incoming", "outgoing") }],
    ["another query", { url: url.replace("x=1", "x=2") }],
    ["plain http", { url: url.replace("https", "http") }],
    ["another token", { authToken: authToken.replace("1", "2") }],
    ["no signature", { signature: null }],
    ["an empty signature", { signature: "" }],
    ["a short signature", { signature: "AAAA" }],
  ])("is refused with %s", (_, change) => {
    expect(isSignedByTwilio({ authToken, signature, url, form, ...change })).toBe(false);
  });

  it("is refused while no token is configured, even if it was made with none", () => {
    const forged = getExpectedTwilioSignature("", url, form);
    expect(isSignedByTwilio({ authToken: "", signature: forged, url, form })).toBe(false);
  });
});

describe("an upgrade's signature", () => {
  it("covers the websocket address, not the https one", () => {
    const stream = "wss://moked.example/ws/twilio-media";
    const signed = getExpectedTwilioSignature(authToken, stream, {});
    expect(isUpgradeSigned({ authToken, signature: signed, url: stream })).toBe(true);
    expect(isUpgradeSigned({ authToken, signature: signed, url: stream.replace("wss", "https") })).toBe(false);
    const local = "ws://127.0.0.1:3000/ws/twilio-media";
    const signedLocal = getExpectedTwilioSignature(authToken, local, {});
    expect(isUpgradeSigned({ authToken, signature: signedLocal, url: local })).toBe(true);
    expect(isUpgradeSigned({ authToken, signature: signed, url: local })).toBe(false);
  });
});
