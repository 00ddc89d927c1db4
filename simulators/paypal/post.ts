import { type ClientRequest, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";

/** How an application took a notice. */
export interface Taken {
  /** 0: there was no answer, and `error` says why. */
  status: number;
  error: string | null;
}

/**
 * Posts JSON over a connection of its own: a pooled one may have died with the application a moment ago, which says nothing
 * about the application now. Redirects are not followed.
 */
export function postJson(
  address: string,
  body: Uint8Array,
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Taken> {
  return new Promise((resolve) => {
    const failed = (error: unknown) =>
      resolve({ status: 0, error: error instanceof Error ? error.message : String(error) });
    let request: ClientRequest;
    try {
      const send = new URL(address).protocol === "https:" ? httpsRequest : httpRequest;
      const type = { "content-type": "application/json", "content-length": String(body.byteLength) };
      request = send(address, { method: "POST", headers: { ...headers, ...type }, agent: false, signal });
    } catch (error) {
      failed(error);
      return;
    }
    request.on("error", failed);
    request.on("response", (response) => {
      response.on("error", failed);
      response.on("end", () => resolve({ status: response.statusCode ?? 0, error: null }));
      response.resume();
    });
    request.end(body);
  });
}
