import type { Faults } from "../common/faults.ts";
import type { RequestLog } from "../common/http.ts";
import type { Latency } from "../common/latency.ts";
import type { Recogniser } from "./recogniser.ts";

/** What every part of the OpenAI simulator is handed. */
export interface OpenAiDeps {
  /** The only key that is accepted as Bearer token. */
  apiKey: string;
  latency: Latency;
  recogniser: Recogniser;
  /** `faults.take("transcription" | "model" | "voice", …)` once per request. */
  faults: Faults;
  /** `requests.record({at, step, tookMs, status, detail})` once a request is answered; 499 when the client left. */
  requests: RequestLog;
}
