/** Starts the phone network: over HTTP for the application and the command line, and as an object for tests and benches. */
import { startServer } from "../common/http.ts";
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
  /** Hangs every call up and stops listening. */
  close(): Promise<void>;
}

/** Listens on loopback; port 0 or none takes a free one. */
export async function startPhoneNetwork(
  options: PhoneNetworkOptions & { port?: number | undefined },
): Promise<RunningPhoneNetwork> {
  const network = new PhoneNetwork(options);
  const server = await startServer({
    port: options.port,
    handle: async (request) => {
      if (!(await answerDoor(network, request))) await answerRest(network, request);
    },
  });
  network.exchange.apiUrl ||= server.url;
  return {
    port: server.port,
    url: server.url,
    network,
    close: async () => {
      network.close();
      await server.close();
    },
  };
}
