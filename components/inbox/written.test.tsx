import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Written } from "./written.tsx";

const shown = (text: string, channel: "whatsapp" | "sms" = "whatsapp") =>
  renderToStaticMarkup(<Written text={text} channel={channel} />)
    .replace(/^<bdi dir="auto">|<\/bdi>$/g, "")
    .replace(/<a dir="ltr" href="([^"]*)"[^>]*>/g, '<a href="$1">');

describe("the words of a message", () => {
  it.each([
    ["*סיכום ההזמנה*\n2 × תמרים", "<strong>סיכום ההזמנה</strong>\n2 × תמרים"],
    ["_אולי_ ~לא~, 2*3*4", "<em>אולי</em> <s>לא</s>, 2*3*4"],
    ["*לא נסגר", "*לא נסגר"],
    ["*https://a.example/x*", '<strong><a href="https://a.example/x">https://a.example/x</a></strong>'],
    [
      "*ראו https://a.example/b_c עכשיו*",
      '<strong>ראו <a href="https://a.example/b_c">https://a.example/b_c</a> עכשיו</strong>',
    ],
    ["_https://a.example_", '<em><a href="https://a.example">https://a.example</a></em>'],
    ["https://a.example/x_", '<a href="https://a.example/x_">https://a.example/x_</a>'],
  ])("show WhatsApp's marks as what they mean: %s", (text, html) => expect(shown(text)).toBe(html));

  it("keep their stars in a text message, where they are none", () => expect(shown("*א*", "sms")).toBe("*א*"));

  it.each([
    [
      "לתשלום: https://pay.example.co.il/a_b_c?x=1&y=2.",
      'לתשלום: <a href="https://pay.example.co.il/a_b_c?x=1&amp;y=2">',
    ],
    ["ראיתי ב-nadlan.co.il/דירה.", 'ראיתי ב-<a href="https://nadlan.co.il/דירה">'],
    ["ב-https://example.co.il/א", 'ב-<a href="https://example.co.il/א">'],
    ["לדף:https://example.co.il", 'לדף:<a href="https://example.co.il">'],
    ["בwww.example.co.il", 'ב<a href="https://www.example.co.il">'],
    ["לdana@example.co.il", 'ל<a href="mailto:dana@example.co.il">'],
    ["https://example.com/x\u200f", '<a href="https://example.com/x">'],
    ["dana@example.co.il", '<a href="mailto:dana@example.co.il">'],
  ])("can be followed where they are an address: %s", (text, html) => expect(shown(text)).toContain(html));

  it("are no address where it would lead nowhere", () => {
    expect(shown("https://example.com,שלום")).toBe("https://example.com,שלום");
  });

  it("are whole, whatever stands in them", () => expect(shown("\ue0000\ue000 ו-5")).toBe("0 ו-5"));

  it.each(["javascript:alert(1)", "data:text/html,<b>x</b>", "ftp://example.com/x", "file:///etc/passwd"])(
    "lead nowhere else: %s",
    (text) => expect(shown(text)).not.toMatch(/href="(?!https?:|mailto:)/),
  );

  it("are never markup", () => expect(shown("<img src=x onerror=alert(1)>*<b>x</b>*")).not.toMatch(/<img|<b>/));

  it("are read in the order in which they were written", () => {
    expect(shown("https://a.example/\u202egpj.exe")).not.toContain("\u202e");
  });
});
