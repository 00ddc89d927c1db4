import { describe, expect, it } from "vitest";
import { withoutMarks } from "../messaging/schemas/whatsapp-marks.ts";
import { toMessageMarks } from "./message-marks.ts";

describe("what a model writes, on WhatsApp", () => {
  it.each([
    ["**חשוב** מאוד", "*חשוב* מאוד"],
    ["__חשוב__, ***דחוף***", "*חשוב*, *דחוף*"],
    ["זה *כבר* מודגש, _נטוי_ ו-~~מחוק~~", "זה *כבר* מודגש, _נטוי_ ו-~מחוק~"],
    ["ב**חולון** ובבת ים", "בחולון ובבת ים"],
    ["## שעות **פתיחה** ##\nעד 19:00", "*שעות פתיחה*\nעד 19:00"],
    ["אפשר:\n- היום\n* מחר\n  + בערב\n- [ ] בשבת", "אפשר:\n• היום\n• מחר\n• בערב\n• בשבת"],
    ["1. היום\n2) מחר", "1. היום\n2) מחר"],
    ["הטופס [כאן](https://a.co/x_y?z=1_2). תודה", "הטופס כאן: https://a.co/x_y?z=1_2. תודה"],
    ["**[הטופס](https://a.co/a)**", "הטופס: https://a.co/a"],
    ["[https://a.co/](https://a.co) [a@b.co.il](mailto:a@b.co.il)", "https://a.co a@b.co.il"],
    ["[חייגו:](tel:+97231234567) ![תמונה](https://a.co/b.jpg)", "חייגו: +97231234567 תמונה: https://a.co/b.jpg"],
    ["<https://a.co/a_b_c> או www.a.co/*x*", "https://a.co/a_b_c או www.a.co/*x*"],
    ["הקוד `AB-12`:\n```text\nשורה\n```\nסוף", "הקוד AB-12:\nשורה\nסוף"],
    ["שלום<br>לכם <b>כולם</b>\n\n---\n\n\nסוף  🙂", "שלום\nלכם כולם\n\nסוף 🙂"],
    ["*2700 או 3 * 4 * 5", "*2700 או 3 * 4 * 5"],
  ])("%j becomes %j", (written, sent) => {
    expect(toMessageMarks(written, "whatsapp")).toBe(sent);
    expect(toMessageMarks(sent, "whatsapp")).toBe(sent);
  });

  it.each([
    ["**חשוב** *מאוד* _כן_ ~~לא~~", "חשוב מאוד כן לא"],
    ["# כותרת\n- [כאן](https://a.co/x_y_z)\n- `קוד`", "כותרת\n- כאן: https://a.co/x_y_z\n- קוד"],
    ["https://a.co/_x_/y?_z_=*1*", "https://a.co/_x_/y?_z_=*1*"],
    ["*2700 או 3*4*5, a_b_c@shop.co.il", "*2700 או 3*4*5, a_b_c@shop.co.il"],
  ])("%j is %j as a text message, without marks", (written, sent) => {
    expect(toMessageMarks(written, "sms")).toBe(sent);
    expect(withoutMarks(sent)).toBe(sent);
  });
});
