import twilio from "twilio";
import type RequestClient from "twilio/lib/base/RequestClient.js";
import type TwilioResponse from "twilio/lib/http/response.js";

export interface TwilioAccess {
  accountSid: string;
  authToken: string;
  /** https://api.twilio.com, or what stands in its place. */
  baseUrl: string;
}

type TwilioClient = ReturnType<typeof twilio>;

const REQUEST_DEADLINE_MS = 5000;
const API_HOST = "api.twilio.com";
const CONTENT_HOST = "content.twilio.com";

/**
 * Twilio's client has its hosts built in: here every request goes to the configured one. Twilio itself has two, and what
 * stands in its place has one.
 */
export function twilioClient({ accountSid, authToken, baseUrl }: TwilioAccess): TwilioClient {
  return twilio(accountSid, authToken, {
    httpClient: new RebasedRequests(baseUrl),
    userAgentExtensions: ["moked"],
  });
}

class RebasedRequests extends twilio.RequestClient {
  readonly #base: URL;

  constructor(baseUrl: string) {
    super({ timeout: REQUEST_DEADLINE_MS });
    this.#base = new URL(baseUrl);
  }

  override request<Data>(options: RequestClient.RequestOptions<Data>): Promise<TwilioResponse<Data>> {
    const url = new URL(options.uri);
    const elsewhere = this.#base.hostname !== API_HOST;
    if (url.hostname === API_HOST || (url.hostname === CONTENT_HOST && elsewhere)) {
      url.protocol = this.#base.protocol;
      url.host = this.#base.host;
    }
    return super.request({ ...options, uri: url.toString() });
  }
}
