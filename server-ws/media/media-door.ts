/** The door of the media streams: checks the upgrade, owns the streams that are open, and lets them end on shutdown. */
import type { IncomingMessage } from "node:http";
import { WebSocketServer } from "ws";
import type { Log } from "#lib/log.ts";
import { refuseUpgrade, type UpgradeHandler } from "../edge/upgrades.ts";
import type { Metrics } from "../metrics.ts";
import { MediaStream } from "./media-stream.ts";
import type { MediaPorts } from "./ports.ts";
import type { Vad } from "./vad/vad.ts";

export interface MediaDoorOptions {
  ports: MediaPorts;
  vad: Vad;
  metrics: Metrics;
  log: Log;
  /** Exactly the address that stands in the TwiML: the signature is computed over it. */
  streamUrl: string;
  isSignedByTwilio(url: string, form: Record<string, string>, signature: string): boolean;
  /** How long a call may take to be looked up and prepared. */
  readyWithinMs?: number;
  /**
   * How many streams may be open at once: with too many every caller's audio suffers. The next callers talk turn by turn.
   */
  maxStreams: number;
}

export interface MediaDoor {
  upgrade: UpgradeHandler;
  liveStreams(): number;
  /** No new streams; the running ones may go on for `graceMs`, then the network takes their calls over. */
  close(graceMs: number): Promise<void>;
}

/** Twilio's longest message is under 2 KB; anything far above that is an attack, and closed with 1009. */
const MAX_MESSAGE_BYTES = 64 * 1024;

export function openMediaDoor(options: MediaDoorOptions): MediaDoor {
  const { log, metrics, maxStreams } = options;
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_MESSAGE_BYTES, perMessageDeflate: false });
  const streams = new Set<MediaStream>();
  let closing = false;

  return {
    upgrade(request, socket, head, requestId) {
      if (closing) return refuseUpgrade(socket, 503, requestId);
      if (!isGenuine(request, options)) {
        log.warn({ request_id: requestId }, "a media upgrade without a good signature");
        return refuseUpgrade(socket, 403, requestId);
      }
      server.handleUpgrade(request, socket, head, (accepted) => {
        const stream = new MediaStream({
          socket: accepted,
          ports: options.ports,
          openDetector: () => options.vad.open(),
          hasRoom: () => streams.size <= maxStreams,
          metrics,
          readyWithinMs: options.readyWithinMs,
          log: log.child({ request_id: requestId }),
        });
        streams.add(stream);
        void stream.ended.then(() => streams.delete(stream));
      });
    },
    liveStreams: () => streams.size,
    async close(graceMs) {
      closing = true;
      const allEnded = () => Promise.all([...streams].map((stream) => stream.ended));
      await within(graceMs, allEnded());
      for (const stream of streams) stream.stop();
      await allEnded();
      server.close();
    },
  };
}

function isGenuine(request: IncomingMessage, { streamUrl, isSignedByTwilio }: MediaDoorOptions): boolean {
  const signature = request.headers["x-twilio-signature"];
  return typeof signature === "string" && isSignedByTwilio(streamUrl, {}, signature);
}

function within(ms: number, work: Promise<unknown>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    void work.then(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
