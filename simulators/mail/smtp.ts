import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";
import type { Faults } from "../common/faults.ts";
import { now, type RequestLog } from "../common/http.ts";
import type { Mailbox } from "./mailbox.ts";

const MAX_BYTES = 10 * 1024 * 1024;

export interface SmtpOptions {
  port?: number | undefined;
  mailbox: Mailbox;
  faults: Faults;
  requests: RequestLog;
}

/** An SMTP server on loopback that takes every letter into the mailbox. */
export async function startSmtp({
  port,
  mailbox,
  faults,
  requests,
}: SmtpOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    disableReverseLookup: true,
    size: MAX_BYTES,
    logger: false,
    closeTimeout: 200,
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? "" }),
    onData: (stream, session, callback) => {
      receive(stream, session, { mailbox, faults, requests }).then(
        (answer) => answer !== "never" && callback(null, answer),
        (error: Error) => callback(error),
      );
    },
  });
  // A client that breaks off is its own business.
  server.on("error", (error) => console.error("mail simulator:", error.message));
  await new Promise<void>((resolve, reject) => {
    server.server.once("error", reject);
    server.listen(port ?? 0, "127.0.0.1", () => resolve());
  });
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

class SmtpError extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

async function receive(
  stream: SMTPServerDataStream,
  session: SMTPServerSession,
  { mailbox, faults, requests }: Omit<SmtpOptions, "port">,
): Promise<string> {
  const at = now();
  const chunks: Buffer[] = [];
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const record = (status: number, detail: unknown): void => {
    requests.record({ at, step: "mail", tookMs: now() - at, status, detail });
  };
  if (stream.sizeExceeded) {
    record(552, {});
    throw new SmtpError(552, "Message exceeds fixed maximum message size");
  }
  const fault = faults.take("mail");
  if (fault !== null) record(fault === "429" ? 451 : fault === "500" ? 554 : 0, { fault });
  if (fault === "429") throw new SmtpError(451, "4.7.1 Try again later");
  if (fault === "500") throw new SmtpError(554, "5.0.0 Transaction failed");
  if (fault === "cut") throw new SmtpError(421, "4.3.0 Closing connection");
  if (fault === "stall") return "never";
  const envelope = {
    from: session.envelope.mailFrom ? session.envelope.mailFrom.address : "",
    to: session.envelope.rcptTo.map((recipient) => recipient.address),
  };
  const mail = await mailbox.receive(Buffer.concat(chunks), envelope, Math.round(at));
  record(250, { id: mail.id, to: mail.to, subject: mail.subject });
  return `OK queued as ${mail.id}`;
}
