/** TwiML text to verbs. What the schema does not know is skipped with a warning (12200), as Twilio does. */
import { ApplicationError } from "../../twilio/errors.ts";
import type { HttpMethod } from "../../twilio/webhooks.ts";
import { parseXml, type XmlElement, XmlError } from "../../twilio/xml.ts";
import type { Connect, Dial, Gather, Play, Prompt, RecordVerb, Say, TwimlDocument, Verb } from "./verbs.ts";

const ATTRIBUTES: Record<string, readonly string[]> = {
  Say: ["voice", "language", "loop"],
  Play: ["loop", "digits"],
  Pause: ["length"],
  Gather: [
    ...["action", "method", "input", "timeout", "speechTimeout", "numDigits", "finishOnKey", "language", "hints"],
    ...["bargeIn", "actionOnEmptyResult", "profanityFilter", "speechModel", "enhanced", "partialResultCallback"],
    ...["partialResultCallbackMethod", "maxSpeechTime", "dtmfDetection", "debug"],
  ],
  Record: [
    ...["action", "method", "timeout", "finishOnKey", "maxLength", "playBeep", "trim", "transcribe"],
    ...["transcribeCallback", "recordingStatusCallback", "recordingStatusCallbackMethod"],
    ...["recordingStatusCallbackEvent"],
  ],
  Connect: ["action", "method"],
  Stream: ["url", "name", "track", "statusCallback", "statusCallbackMethod"],
  Parameter: ["name", "value"],
  Dial: [
    ...["action", "method", "timeout", "timeLimit", "callerId", "answerOnBridge", "hangupOnStar", "ringTone", "record"],
    ...[
      "trim",
      "recordingStatusCallback",
      "recordingStatusCallbackMethod",
      "recordingStatusCallbackEvent",
      "sequential",
    ],
  ],
  Number: ["sendDigits", "url", "method", "statusCallback", "statusCallbackEvent", "statusCallbackMethod", "byoc"],
  Redirect: ["method"],
  Reject: ["reason"],
  Hangup: [],
};
// https://www.twilio.com/docs/voice/twiml/say: at most 4,096 characters.
const MAX_SAY_CHARACTERS = 4096;
const MAX_PARAMETER_CHARACTERS = 500;

/** Reads a document that came from `url`. Throws ApplicationError 12100 when it is not TwiML at all. */
export function parseTwiml(source: string, url: string): TwimlDocument {
  if (!source.trim()) throw new ApplicationError(12100, "empty document");
  let root: XmlElement;
  try {
    root = parseXml(source);
  } catch (error) {
    if (error instanceof XmlError) throw new ApplicationError(12100, error.message, { cause: error });
    throw error;
  }
  if (root.name !== "Response") throw new ApplicationError(12100, `the root element is <${root.name}>, not <Response>`);
  const reader = new TwimlReader();
  const verbs = reader.verbs(root);
  return { verbs, warnings: reader.warnings, url };
}

class TwimlReader {
  readonly warnings: string[] = [];

  verbs(root: XmlElement): Verb[] {
    if (root.text.trim()) this.#warn("text outside of any verb");
    return root.children.flatMap((element) => this.#verb(element) ?? []);
  }

  #verb(element: XmlElement): Verb | null {
    this.#checkAttributes(element);
    switch (element.name) {
      case "Say":
      case "Play":
      case "Pause":
        return this.#prompt(element);
      case "Gather":
        return this.#gather(element);
      case "Record":
        return this.#record(element);
      case "Connect":
        return this.#connect(element);
      case "Dial":
        return this.#dial(element);
      case "Redirect":
        return { verb: "Redirect", url: element.text.trim(), method: this.#method(element) };
      case "Reject":
        return { verb: "Reject", reason: element.attributes.reason === "busy" ? "busy" : "rejected" };
      case "Hangup":
        return { verb: "Hangup" };
      default:
        this.#warn(`<${element.name}> is not a verb`);
        return null;
    }
  }

  #prompt(element: XmlElement): Prompt | null {
    const loop = this.#number(element, "loop", 1, 0);
    switch (element.name) {
      case "Say":
        return this.#say(element, loop);
      case "Play":
        return this.#play(element, loop);
      case "Pause":
        return { verb: "Pause", lengthS: this.#number(element, "length", 1, 0) };
      default:
        return null;
    }
  }

  #say(element: XmlElement, loop: number): Say {
    const text = element.text.replace(/\s+/g, " ").trim();
    if (!text) throw new ApplicationError(13520, "empty");
    if (text.length > MAX_SAY_CHARACTERS) throw new ApplicationError(13520, `${text.length} characters`);
    const language = element.attributes.language ?? "en-US";
    if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language)) throw new ApplicationError(13521, language);
    return { verb: "Say", text, language, loop };
  }

  #play(element: XmlElement, loop: number): Play | null {
    const url = element.text.trim();
    const digits = element.attributes.digits ?? "";
    if (url || digits) return { verb: "Play", url, digits, loop };
    this.#warn("<Play> without an address");
    return null;
  }

  #gather(element: XmlElement): Gather {
    const { attributes } = element;
    const timeoutS = this.#number(element, "timeout", 5, 0);
    const speechTimeout = attributes.speechTimeout;
    const prompts: Prompt[] = [];
    for (const child of element.children) {
      this.#checkAttributes(child);
      const prompt = this.#prompt(child);
      if (prompt) prompts.push(prompt);
      else if (!["Say", "Play", "Pause"].includes(child.name)) this.#warn(`<${child.name}> inside <Gather>`);
    }
    return {
      verb: "Gather",
      input: this.#inputs(attributes.input ?? "dtmf"),
      action: attributes.action ?? null,
      method: this.#method(element),
      timeoutS,
      speechTimeoutS:
        speechTimeout === "auto"
          ? null
          : speechTimeout === undefined
            ? timeoutS
            : this.#number(element, "speechTimeout", timeoutS, 0),
      numDigits: this.#number(element, "numDigits", Number.POSITIVE_INFINITY, 1),
      finishOnKey: attributes.finishOnKey ?? "#",
      language: attributes.language ?? "en-US",
      bargeIn: attributes.bargeIn !== "false",
      actionOnEmptyResult: attributes.actionOnEmptyResult === "true",
      prompts,
    };
  }

  #inputs(value: string): ("dtmf" | "speech")[] {
    const inputs = value.split(/\s+/).filter((name) => name === "dtmf" || name === "speech");
    if (inputs.length > 0) return inputs;
    this.#warn(`<Gather input="${value}">`);
    return ["dtmf"];
  }

  #record(element: XmlElement): RecordVerb {
    const { attributes } = element;
    return {
      verb: "Record",
      action: attributes.action ?? null,
      method: this.#method(element),
      timeoutS: this.#number(element, "timeout", 5, 0),
      finishOnKey: attributes.finishOnKey ?? "1234567890*#",
      maxLengthS: this.#number(element, "maxLength", 3600, 1),
      playBeep: attributes.playBeep !== "false",
      trim: attributes.trim !== "do-not-trim",
      statusCallback: attributes.recordingStatusCallback ?? null,
      statusMethod: this.#method(element, "recordingStatusCallbackMethod"),
    };
  }

  #connect(element: XmlElement): Connect | null {
    const [stream, ...others] = element.children;
    if (stream?.name !== "Stream" || others.length > 0) {
      this.#warn("<Connect> needs exactly one <Stream>");
      return null;
    }
    this.#checkAttributes(stream);
    const parameters: Record<string, string> = {};
    for (const child of stream.children) {
      const { name = "", value = "" } = child.attributes;
      if (child.name !== "Parameter" || !name) this.#warn(`<${child.name}> inside <Stream>`);
      else if (name.length + value.length > MAX_PARAMETER_CHARACTERS)
        this.#warn(`<Parameter name="${name}"> is too long`);
      else parameters[name] = value;
    }
    return {
      verb: "Connect",
      action: element.attributes.action ?? null,
      method: this.#method(element),
      stream: {
        url: stream.attributes.url ?? "",
        parameters,
        statusCallback: stream.attributes.statusCallback ?? null,
        statusMethod: this.#method(stream, "statusCallbackMethod"),
      },
    };
  }

  #dial(element: XmlElement): Dial | null {
    const [noun] = element.children;
    if (noun && noun.name !== "Number") {
      this.#warn(`<${noun.name}> inside <Dial>`);
      return null;
    }
    if (noun) this.#checkAttributes(noun);
    const number = (noun?.text ?? element.text).trim();
    if (!number) {
      this.#warn("<Dial> without a number");
      return null;
    }
    return {
      verb: "Dial",
      number,
      callerId: element.attributes.callerId ?? null,
      action: element.attributes.action ?? null,
      method: this.#method(element),
      timeoutS: this.#number(element, "timeout", 30, 1),
      timeLimitS: this.#number(element, "timeLimit", 14_400, 1),
      answerOnBridge: element.attributes.answerOnBridge === "true",
    };
  }

  #checkAttributes(element: XmlElement): void {
    const known = ATTRIBUTES[element.name];
    for (const name of Object.keys(element.attributes)) {
      if (known && !known.includes(name)) this.#warn(`<${element.name}> has no attribute ${name}`);
    }
  }

  #method(element: XmlElement, attribute = "method"): HttpMethod {
    const value = element.attributes[attribute]?.toUpperCase();
    if (value === undefined || value === "POST") return "POST";
    if (value === "GET") return "GET";
    this.#warn(`<${element.name} ${attribute}="${value}">`);
    return "POST";
  }

  #number(element: XmlElement, attribute: string, fallback: number, least: number): number {
    const value = element.attributes[attribute];
    if (value === undefined) return fallback;
    if (/^\d+$/.test(value) && Number(value) >= least) return Number(value);
    this.#warn(`<${element.name} ${attribute}="${value}">`);
    return fallback;
  }

  #warn(what: string): void {
    this.warnings.push(what);
  }
}
