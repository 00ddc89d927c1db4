/** Webhooks as the phone network posts them: a signed form, and the answer whole. */
import { type Agent, request } from "node:http";
import { signRequest } from "#simulators/twilio/signature.ts";

export interface PostedForm {
  tookMs: number;
  /** 0: no answer came. */
  status: number;
  body: string;
}

/** Posts a form once; never rejects. */
export function postSigned(
  { url, authToken, agent }: { url: string; authToken: string; agent: Agent },
  form: Record<string, string>,
): Promise<PostedForm> {
  const body = new URLSearchParams(form).toString();
  const headers = {
    "Content-Type": "application/x-www-form-urlencoded",
    "Content-Length": Buffer.byteLength(body),
    "X-Twilio-Signature": signRequest(authToken, url, form),
  };
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const done = (status: number, text = "") => resolve({ tookMs: performance.now() - startedAt, status, body: text });
    const post = request(url, { method: "POST", headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", () => done(0));
      response.on("end", () => done(response.statusCode ?? 0, String(Buffer.concat(chunks))));
    });
    post.on("error", () => done(0));
    post.end(body);
  });
}
