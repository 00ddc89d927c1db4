import { describe, expect, it } from "vitest";
import { connectStream, dial, hangUp, sayAndHangUp, takeMessage } from "./twiml.ts";

describe("TwiML", () => {
  it("connects a stream with its parameters and its way on", () => {
    expect(
      connectStream({
        streamUrl: "wss://moked.example/ws/twilio-media",
        actionUrl: "https://moked.example/webhook/stream_ended",
        parameters: { business_id: "b1", call_token: "t&1" },
      }),
    ).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><Response>' +
        '<Connect action="https://moked.example/webhook/stream_ended" method="POST">' +
        '<Stream url="wss://moked.example/ws/twilio-media">' +
        '<Parameter name="business_id" value="b1"/><Parameter name="call_token" value="t&amp;1"/>' +
        "</Stream></Connect></Response>",
    );
  });

  it("speaks Hebrew, with whatever stands in a business's name", () => {
    const xml = sayAndHangUp("שלום מ<כהן> & בניו בע״מ, סניף 2");
    expect(xml).toContain(
      '<Say language="he-IL" voice="Google.he-IL-Wavenet-A">שלום מ כהן ובניו בערבון מוגבל, סניף שתיים</Say><Hangup/>',
    );
    expect(sayAndHangUp("🎉")).toContain("<Response><Hangup/></Response>");
    expect(sayAndHangUp("שלום", "https://m.example/a.mp3")).toContain("<Play>https://m.example/a.mp3</Play><Hangup/>");
    expect(hangUp()).toContain("<Response><Hangup/></Response>");
  });

  it("takes a message, and hangs up on a caller who leaves none", () => {
    const xml = takeMessage({ speech: { text: "אפשר להשאיר הודעה", url: null }, actionUrl: "https://m.example/a" });
    expect(xml).toMatch(/<Say[^>]*>אפשר להשאיר הודעה<\/Say><Record [^>]*\/><Say[^>]*>[^<]+<\/Say><Hangup\/>/);
    expect(xml).toContain('recordingStatusCallback="https://m.example/a"');
    expect(xml).toContain('maxLength="120"');
  });

  it("dials with the business's number and comes back with the result", () => {
    const xml = dial({
      to: "+97231234567",
      callerId: "+97237654321",
      resultUrl: "https://m.example/r",
      timeoutSeconds: 20,
    });
    expect(xml).toContain(
      '<Dial callerId="+97237654321" timeout="20" action="https://m.example/r" method="POST" answerOnBridge="true"><Number>+97231234567</Number></Dial>',
    );
  });
});
