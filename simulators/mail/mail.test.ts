import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Mail } from "./mailbox.ts";
import { type MailSimulator, startMail } from "./server.ts";

let mail: MailSimulator;

beforeAll(async () => {
  mail = await startMail();
});
afterAll(() => mail.close());

test("a letter sent by nodemailer stands in the box, in Hebrew, with a link that can be followed", async () => {
  await createTransport(mail.smtpUrl).sendMail({
    from: "מוקד <no-reply@moked.test>",
    to: "Dana@Example.com",
    subject: "איפוס סיסמה",
    text: "להמשך: http://localhost:3000/reset?token=abc",
    html: '<p>להמשך <a href="http://localhost:3000/reset?token=abc">לחצו כאן</a></p><script>alert(1)</script>',
  });
  const answer = await fetch(`${mail.url}/_sim/mail?to=dana@example.com`);
  const { items } = (await answer.json()) as { items: Mail[] };
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject({ subject: "איפוס סיסמה", from: "no-reply@moked.test", to: ["dana@example.com"] });
  expect(items[0]?.text).toContain("token=abc");
  const list = await (await fetch(mail.url)).text();
  expect(list).toContain('dir="rtl"');
  expect(list).toContain("איפוס סיסמה");
  const page = await (await fetch(`${mail.url}/mail/${items[0]?.id}`)).text();
  expect(page).toContain("sandbox=");
  expect(page).not.toContain("<script>");
  expect(page).toContain("http://localhost:3000/reset?token=abc");
});

test("text letters show their links, and nothing of a subject is taken for HTML", async () => {
  await createTransport(mail.smtpUrl).sendMail({
    from: "a@moked.test",
    to: "b@example.com",
    subject: "<b>שלום</b>",
    text: "ראו https://moked.test/x",
  });
  const last = mail.mailbox.list("b@example.com").at(-1);
  const page = await (await fetch(`${mail.url}/mail/${last?.id}`)).text();
  expect(page).toContain('<a href="https://moked.test/x"');
  expect(page).toContain("&lt;b&gt;שלום&lt;/b&gt;");
});

test("with the fault on the letter is refused and not kept", async () => {
  mail.faults.set({ mail: { kind: "500", times: 1 } });
  const sending = createTransport(mail.smtpUrl).sendMail({
    from: "a@moked.test",
    to: "c@example.com",
    subject: "לא",
    text: "לא",
  });
  await expect(sending).rejects.toMatchObject({ responseCode: 554 });
  expect(mail.mailbox.list("c@example.com")).toHaveLength(0);
});
