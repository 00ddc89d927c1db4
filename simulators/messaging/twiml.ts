/** What an application answers to a message that came in: https://www.twilio.com/docs/messaging/twiml */
import { ApplicationError } from "../twilio/errors.ts";
import type { WebhookAnswer } from "../twilio/webhooks.ts";
import { parseXml, type XmlElement, XmlError } from "../twilio/xml.ts";

/** A message to send back, as the fields of the API. */
export type Reply = Record<"Body" | "To" | "From" | "StatusCallback", string | undefined> & { MediaUrl: string[] };

interface MessagingDocument {
  replies: Reply[];
  /** Where to ask on, after the replies. */
  redirect: string | null;
  /** Parts that were skipped. */
  warnings: string[];
}

const TWIML_TYPES = ["text/xml", "application/xml", "text/html"];

/** Reads an answer. Throws ApplicationError 12100 or 12300 for what is no TwiML. */
export function readMessagingTwiml({
  contentType,
  body,
}: Pick<WebhookAnswer, "contentType" | "body">): MessagingDocument {
  const text = Buffer.from(body).toString("utf8");
  // No content is an answer, too: nothing is sent back. Plain text is a message.
  if (!text.trim()) return { replies: [], redirect: null, warnings: [] };
  if (contentType === "text/plain") return { replies: [reply({ Body: text.trim() })], redirect: null, warnings: [] };
  if (!TWIML_TYPES.includes(contentType)) throw new ApplicationError(12300, contentType || "none");
  const root = parseRoot(text);
  const document: MessagingDocument = { replies: [], redirect: null, warnings: [] };
  for (const element of root.children) {
    if (document.redirect !== null) break;
    if (element.name === "Message") document.replies.push(replyOf(element, document.warnings));
    else if (element.name === "Redirect") document.redirect = element.text.trim();
    else document.warnings.push(`<${element.name}> is not a verb of messages`);
  }
  return document;
}

function parseRoot(text: string): XmlElement {
  try {
    const root = parseXml(text);
    if (root.name === "Response") return root;
    throw new ApplicationError(12100, `the root element is <${root.name}>, not <Response>`);
  } catch (error) {
    if (error instanceof XmlError) throw new ApplicationError(12100, error.message, { cause: error });
    throw error;
  }
}

function replyOf(element: XmlElement, warnings: string[]): Reply {
  const { to, from, statusCallback, action } = element.attributes;
  const own = element.text.trim();
  const bodies = element.children.filter(({ name }) => name === "Body").map((body) => body.text.trim());
  const media = element.children.filter(({ name }) => name === "Media").map((medium) => medium.text.trim());
  for (const { name } of element.children)
    if (name !== "Body" && name !== "Media") warnings.push(`<${name}> inside <Message>`);
  return {
    ...reply({ Body: bodies.length > 0 ? bodies.join("") : own }),
    To: to,
    From: from,
    StatusCallback: statusCallback ?? action,
    MediaUrl: media,
  };
}

function reply({ Body }: { Body: string }): Reply {
  return { Body, To: undefined, From: undefined, StatusCallback: undefined, MediaUrl: [] };
}
