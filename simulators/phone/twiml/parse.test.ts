import { describe, expect, it } from "vitest";
import { ApplicationError } from "../../twilio/errors.ts";
import { parseXml, XmlError } from "../../twilio/xml.ts";
import { parseTwiml } from "./parse.ts";

const verbs = (inner: string) => parseTwiml(`<Response>${inner}</Response>`, "http://app/voice");

describe("the XML reader", () => {
  it("reads declarations, comments, entities, CDATA and both kinds of quotes", () => {
    const source = `<?xml version="1.0" encoding="UTF-8"?>\n<!-- x --><a b='1&quot;' c = "&#x5d0;"><d/>t&amp;<![CDATA[<e>]]></a>\n`;
    expect(parseXml(source)).toEqual({
      name: "a",
      attributes: { b: '1"', c: "א" },
      children: [{ name: "d", attributes: {}, children: [], text: "" }],
      text: "t&<e>",
    });
  });

  it.each([
    "text",
    "<a>",
    "<a></b>",
    "<a/><b/>",
    "<a b=1/>",
    '<a b="1" b="2"/>',
    "<a>&nbsp;</a>",
    "<a>a & b</a>",
    " <?xml version='1.0'?><a/>",
    "<a><!-- x</a>",
    "<!DOCTYPE a><a/>",
  ])("refuses %s", (source) => expect(() => parseXml(source)).toThrow(XmlError));
});

describe("the TwiML reader", () => {
  it("fills in Twilio's defaults", () => {
    expect(verbs("<Gather/><Record/><Dial>+97231234567</Dial><Pause/>").verbs).toMatchObject([
      {
        verb: "Gather",
        input: ["dtmf"],
        timeoutS: 5,
        speechTimeoutS: 5,
        finishOnKey: "#",
        method: "POST",
        action: null,
      },
      { verb: "Record", timeoutS: 5, maxLengthS: 3600, finishOnKey: "1234567890*#", playBeep: true, trim: true },
      { verb: "Dial", number: "+97231234567", timeoutS: 30, answerOnBridge: false },
      { verb: "Pause", lengthS: 1 },
    ]);
  });

  it("warns and goes on", () => {
    const document = verbs(
      "<Dance/><Connect/><Gather timeout='soon'><Hangup/></Gather><Dial><Sip>a@b</Sip></Dial><Play/><Say x='1'>a</Say>",
    );
    expect(document.warnings).toHaveLength(7);
    expect(document.verbs.map(({ verb }) => verb)).toEqual(["Gather", "Say"]);
  });

  it("refuses what is no TwiML", () => {
    expect(() => parseTwiml("  ", "")).toThrow(ApplicationError);
    expect(() => parseTwiml("<response/>", "")).toThrow("not <Response>");
  });
});
