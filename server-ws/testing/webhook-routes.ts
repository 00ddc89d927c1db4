/** The product's own webhook routes in Next's place: all that Next does for them, without a build. */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { POST as payerIsBack } from "../../app/pay/[token]/back/route.ts";
import { POST as callStatus } from "../../app/webhook/call_status/route.ts";
import { POST as handleRecording } from "../../app/webhook/handle_recording/route.ts";
import { POST as incomingCall } from "../../app/webhook/incoming_call/route.ts";
import { POST as paypal } from "../../app/webhook/paypal/route.ts";
import { POST as streamEnded } from "../../app/webhook/stream_ended/route.ts";
import { POST as tranzila } from "../../app/webhook/tranzila/route.ts";
import { POST as incomingMessage } from "../../app/webhook/whatsapp/incoming/route.ts";
import { POST as messageStatus } from "../../app/webhook/whatsapp/status/route.ts";

const routes = new Map<string, (request: Request) => Promise<Response>>([
  ["/webhook/incoming_call", incomingCall],
  ["/webhook/handle_recording", handleRecording],
  ["/webhook/stream_ended", streamEnded],
  ["/webhook/call_status", callStatus],
  ["/webhook/whatsapp/incoming", incomingMessage],
  ["/webhook/whatsapp/status", messageStatus],
  ["/webhook/paypal", paypal],
  ["/webhook/tranzila", tranzila],
]);

/** Listens on a free port of loopback. */
export async function startWebhookRoutes(): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer(async (request, response) => {
    const asked = await toRequest(request);
    const { pathname } = new URL(asked.url);
    const [, token] = /^\/pay\/([^/]+)\/back$/.exec(pathname) ?? [];
    const route = token
      ? (back: Request) => payerIsBack(back, { params: Promise.resolve({ token }) })
      : routes.get(pathname);
    const answer = route ? await route(asked) : new Response(null, { status: 404 });
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const method = request.method ?? "GET";
  const body = method === "GET" ? null : Buffer.concat(chunks);
  return new Request(`http://next${request.url}`, { method, headers, body });
}
