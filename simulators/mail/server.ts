import { answerControl } from "../common/control.ts";
import { Faults, type FaultTable } from "../common/faults.ts";
import { RequestLog, type SimRequest, send, sendJson, startServer } from "../common/http.ts";
import { Mailbox } from "./mailbox.ts";
import { listPage, mailPage } from "./page.ts";
import { startSmtp } from "./smtp.ts";

export interface MailOptions {
  smtpPort?: number | undefined;
  mailboxPort?: number | undefined;
  faults?: FaultTable;
}

export interface MailSimulator {
  /** Where the mailbox page listens. */
  port: number;
  /** http://127.0.0.1:PORT, the mailbox page. */
  url: string;
  smtpPort: number;
  /** smtp://127.0.0.1:PORT, for SMTP_URL. */
  smtpUrl: string;
  mailbox: Mailbox;
  faults: Faults;
  close(): Promise<void>;
}

/** Starts the mail of this machine: SMTP that keeps every letter, and a page that shows them. */
export async function startMail(options: MailOptions = {}): Promise<MailSimulator> {
  const mailbox = new Mailbox();
  const requests = new RequestLog();
  const faults = new Faults(options.faults);
  const smtp = await startSmtp({ port: options.smtpPort, mailbox, faults, requests });
  const server = await startServer({
    port: options.mailboxPort,
    handle: (request) => {
      if (!answerControl(request, { requests, faults })) show(request, mailbox);
    },
  });
  return {
    port: server.port,
    url: server.url,
    smtpPort: smtp.port,
    smtpUrl: `smtp://127.0.0.1:${smtp.port}`,
    mailbox,
    faults,
    async close() {
      await Promise.all([server.close(), smtp.close()]);
    },
  };
}

function show({ method, path, query, res }: SimRequest, mailbox: Mailbox): void {
  const mail = mailbox.get(Number(/^\/mail\/(\d+)$/.exec(path)?.[1]));
  if (method !== "GET") sendJson(res, 405, { error: "only GET" });
  else if (path === "/_sim/mail") sendJson(res, 200, { items: mailbox.list(query.get("to") ?? undefined) });
  else if (mail) send(res, 200, HTML, mailPage(mail));
  else send(res, path === "/" ? 200 : 404, HTML, listPage(mailbox.list()));
}

const HTML = "text/html; charset=utf-8";
