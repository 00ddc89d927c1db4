import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseEnv } from "#lib/config/env.ts";
import { type MailSimulator, startMail } from "#simulators/mail/server.ts";
import { sendMail } from "./jobs/send-mail.ts";
import { createMailer, type Mailer } from "./mail.ts";

const letter = { to: "dana@example.com", subject: "איפוס סיסמה", text: "שלום דנה" };
let post: MailSimulator;
let mailer: Mailer;
beforeAll(async () => {
  post = await startMail();
  mailer = createMailer(parseEnv({ SMTP_URL: post.smtpUrl, PUBLIC_HOST: "https://moked.example" }));
});
afterAll(async () => {
  mailer.close();
  await post.close();
});

describe("mail", () => {
  it("arrives as it was written", async () => {
    await sendMail(mailer, letter);
    expect(post.mailbox.list(letter.to)).toMatchObject([
      { subject: letter.subject, from: "no-reply@moked.example", to: [letter.to] },
    ]);
    expect(post.mailbox.list(letter.to)[0]?.text).toContain(letter.text);
  });

  it("that the server refuses for good is not tried again; a server that is away is", async () => {
    post.faults.set({ mail: { kind: "500", times: 1 } });
    await expect(mailer.send(letter)).rejects.toMatchObject({ provider: "mail", retryable: false });
    const nobody = createMailer(parseEnv({ SMTP_URL: "smtp://127.0.0.1:9" }));
    await expect(nobody.send(letter)).rejects.toMatchObject({ provider: "mail", retryable: true });
  });

  it("says clearly that no server is configured", async () => {
    await expect(createMailer(parseEnv({})).send(letter)).rejects.toThrow(/SMTP_URL/);
  });
});
