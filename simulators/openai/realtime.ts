import type { IncomingMessage } from "node:http";
import type { WebSocket } from "ws";
import type { OpenAiDeps } from "./deps.ts";
import { TranscriptionSession } from "./realtime/session.ts";

/**
 * A client's websocket at /v1/realtime, authenticated and upgraded already. Only transcription is played
 * (`?intent=transcription`); a conversation with a realtime model is refused.
 */
export function acceptRealtime(ws: WebSocket, req: IncomingMessage, deps: OpenAiDeps): void {
  // A client that breaks the websocket protocol is closed by ws itself; there is nobody else to tell.
  ws.on("error", () => ws.terminate());
  const query = new URL(req.url ?? "/", "http://localhost").searchParams;
  if (query.get("intent") === "transcription") {
    new TranscriptionSession(ws, deps).start();
    return;
  }
  const error = {
    type: "invalid_request_error",
    code: "missing_model",
    message: "Only transcription sessions are available here: connect with ?intent=transcription.",
    param: "intent",
    event_id: null,
  };
  ws.send(JSON.stringify({ type: "error", event_id: "event_refused", error }));
  ws.close(4000, "invalid_request_error.missing_model");
}
