/**
 * Starts the phone network with its calls and messages: over HTTP for the application and the command line, and as an
 * object for tests and benches.
 */
import { startServer } from "../common/http.ts";
import { answerMessaging, answerMessagingDoor, Messaging } from "../messaging/index.ts";
import { answerDoor } from "./door.ts";
import { PhoneNetwork, type PhoneNetworkOptions } from "./network.ts";
import { answerRest } from "./rest.ts";

export type { LogEntry } from "./call-log.ts";
export type { CallRecord } from "./call-record.ts";
export type { PhoneNetworkOptions, PlaceCall, PlacedCall } from "./network.ts";
export type { StepInput } from "./script.ts";

export interface RunningPhoneNetwork {
  port: number;
  url: string;
  /** placeCall, setNumber, getCall: what the door offers, without HTTP. */
  network: PhoneNetwork;
  /** The other half of the same account. */
  messaging: Messaging;
  /** Hangs every call up and stops listening. */
  close(): Promise<void>;
}

/** Listens on loopback; port 0 or none takes a free one. */
export async function startPhoneNetwork(
  options: PhoneNetworkOptions & {
    port?: number | undefined;
    /** The time of WhatsApp's rules, for tests. */
    messagingClock?: (() => number) | undefined;
  },
): Promise<RunningPhoneNetwork> {
  const network = new PhoneNetwork(options);
  const { exchange, numbers, faults, requests } = network;
  const { accountSid, webhooks } = exchange;
  const messaging = new Messaging({ accountSid, webhooks, numbers, faults, requests, clock: options.messagingClock });
  const server = await startServer({
    port: options.port,
    handle: async (request) => {
      if (await answerMessagingDoor(messaging, request)) return;
      if (await answerDoor(network, request)) return;
      if (!answerMessaging(messaging, request)) await answerRest(network, request);
    },
  });
  exchange.apiUrl ||= server.url;
  messaging.apiUrl = exchange.apiUrl;
  return {
    port: server.port,
    url: server.url,
    network,
    messaging,
    close: async () => {
      network.close();
      messaging.close();
      await server.close();
    },
  };
}
