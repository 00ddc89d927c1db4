/** Twilio's own error codes, as its debugger shows them. https://www.twilio.com/docs/api/errors */
const TWILIO_ERRORS = {
  11100: "Invalid URL format",
  11200: "HTTP retrieval failure",
  11205: "HTTP connection failure",
  11210: "HTTP bad host name",
  11750: "TwiML response body too large",
  12100: "Document parse failure",
  12200: "Schema validation warning",
  12300: "Invalid Content-Type",
  13214: "Dial: Invalid callerId value",
  13223: "Dial: Invalid phone number format",
  13520: "Say: Invalid text",
  13521: "Say: Invalid language",
  31901: "Stream - WebSocket - Connection Timeout",
  31902: "Stream - WebSocket - Connection Refused",
  31920: "Stream - WebSocket - Handshake Error",
  31921: "Stream - WebSocket - Close Error",
  31922: "Stream - WebSocket - Unsupported scheme",
  31923: "Stream - WebSocket - Invalid URL",
  31924: "Stream - WebSocket - Protocol Error",
  31931: "Stream - Media - Buffered audio limit exceeded",
  31941: "Stream - Invalid track configuration",
  31950: "Stream - Protocol - Malformed Message",
  31951: "Stream - Protocol - Invalid Message",
} as const;

export type TwilioErrorCode = keyof typeof TWILIO_ERRORS;

/** An error that ends the call with "an application error has occurred". */
export class ApplicationError extends Error {
  readonly code: TwilioErrorCode;

  constructor(code: TwilioErrorCode, detail: string, options?: ErrorOptions) {
    super(describeError(code, detail), options);
    this.code = code;
  }
}

export function describeError(code: TwilioErrorCode, detail: string): string {
  return `${TWILIO_ERRORS[code]}: ${detail}`;
}
