import { createTransport, type Transporter } from "nodemailer";
import type { Env } from "../config/env.ts";
import { ProviderFailed } from "../errors.ts";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  html?: string | undefined;
}

export interface Mailer {
  /** Hands the mail to the server. Throws ProviderFailed. */
  send(mail: Mail): Promise<void>;
  close(): void;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 20_000;

/** Mail over SMTP_URL; without one every mail fails and says why. */
export function createMailer(env: Pick<Env, "SMTP_URL" | "publicUrl">): Mailer {
  if (!env.SMTP_URL) return { send: () => Promise.reject(noServer()), close: () => {} };
  const transport = createTransport({
    url: env.SMTP_URL,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: SILENCE_MS,
  });
  const from = { name: "מוקד", address: `no-reply@${env.publicUrl.hostname}` };
  return { send: (mail) => deliver(transport, { from, ...mail }), close: () => transport.close() };
}

async function deliver(
  transport: Transporter,
  mail: Mail & { from: { name: string; address: string } },
): Promise<void> {
  try {
    await transport.sendMail(mail);
  } catch (error) {
    throw new ProviderFailed("mail", !isRefusal(error), "the mail server did not take the mail", error);
  }
}

function noServer(): ProviderFailed {
  return new ProviderFailed("mail", false, "no mail server is configured (SMTP_URL)");
}

/** SMTP answers of the 500s are final; everything else may pass later. */
function isRefusal(error: unknown): boolean {
  const code = error instanceof Error && "responseCode" in error ? error.responseCode : undefined;
  return typeof code === "number" && code >= 500;
}
