import { describe, expect, it } from "vitest";
import type { LiveEvent, Presence } from "#lib/events/schemas.ts";
import { LiveSocket, type LiveStatus, type SocketEars } from "./live-socket.ts";

class FakeSocket {
  closed = false;
  readonly url: string;
  readonly ears: SocketEars;
  constructor(url: string, ears: SocketEars) {
    this.url = url;
    this.ears = ears;
  }
  close() {
    this.closed = true;
  }
  readonly sent: unknown[] = [];
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  say(message: unknown) {
    this.ears.message(typeof message === "string" ? message : JSON.stringify(message));
  }
}

const callId = "018f3b6e-7c1a-7b1e-9a51-3f1d2c4b5a60";

function setUp() {
  const sockets: FakeSocket[] = [];
  const events: LiveEvent[] = [];
  const presences: Presence[] = [];
  const statuses: LiveStatus[] = [];
  const waits: { run: () => void; ms: number; canceled: boolean }[] = [];
  let hellos = 0;
  const live = new LiveSocket({
    url: "/ws/events",
    open: (url, ears) => {
      const socket = new FakeSocket(url, ears);
      sockets.push(socket);
      return socket;
    },
    onEvent: (event) => events.push(event),
    onPresence: (told) => presences.push(told),
    onStatus: (status) => statuses.push(status),
    onHello: () => {
      hellos += 1;
    },
    schedule: (run, ms) => {
      const wait = { run, ms, canceled: false };
      waits.push(wait);
      return () => {
        wait.canceled = true;
      };
    },
    random: () => 0.5,
  });
  const latest = () => {
    const socket = sockets.at(-1);
    if (!socket) throw new Error("no socket was opened");
    return socket;
  };
  return { live, sockets, events, presences, statuses, waits, latest, hellos: () => hellos };
}

describe("LiveSocket", () => {
  it("says where its person is, and hears where the others are; none of it counts as an event", () => {
    const { live, latest, presences, events } = setUp();
    const said = { type: "presence", conversationId: callId, doing: "typing" } as const;
    live.say(said);
    expect(latest().sent).toEqual([said]);
    latest().say({ ...said, userId: callId });
    latest().say({ ...said, doing: "dancing", userId: callId });
    expect(presences).toEqual([{ ...said, userId: callId }]);
    expect(events).toEqual([]);
  });

  it("hands on the events and asks for the missed ones after a cut", () => {
    const { latest, events, waits, statuses, hellos } = setUp();
    latest().say({ type: "hello", lastId: 41 });
    latest().say({ type: "call.changed", callId, live: true, id: 42, at: "2025-11-18T08:00:00.000Z" });
    latest().ears.lost();
    waits[0]?.run();
    expect(latest().url).toBe("/ws/events?after=42");
    expect(events).toMatchObject([{ type: "call.changed", callId, live: true }]);
    expect(statuses).toEqual(["online", "connecting"]);
    expect(hellos()).toBe(1);
  });

  it("replays from the first hello even when nothing had happened before the cut", () => {
    const { latest, waits } = setUp();
    latest().say({ type: "hello", lastId: 7 });
    latest().ears.lost();
    waits[0]?.run();
    expect(latest().url).toBe("/ws/events?after=7");
  });

  it("says that it is offline only at the second failure, waits longer each time, and at most 15 seconds", () => {
    const { latest, waits, statuses } = setUp();
    for (let failure = 0; failure < 8; failure++) {
      latest().ears.lost();
      waits.at(-1)?.run();
    }
    expect(statuses.slice(0, 3)).toEqual(["connecting", "offline", "offline"]);
    expect(waits.map((wait) => wait.ms)).toEqual([500, 1000, 2000, 4000, 8000, 15000, 15000, 15000]);
  });

  it("passes over what it does not understand", () => {
    const { latest, events } = setUp();
    latest().say("not json");
    latest().say({ type: "parcel.arrived", id: 3, at: "2025-11-18T08:00:00.000Z" });
    expect(events).toEqual([]);
  });

  it("tries at once when asked to, and never after it was closed", () => {
    const { live, latest, sockets, waits } = setUp();
    latest().ears.lost();
    live.retryNow();
    expect(waits[0]?.canceled).toBe(true);
    expect(sockets).toHaveLength(2);
    live.close();
    expect(latest().closed).toBe(true);
    live.retryNow();
    expect(sockets).toHaveLength(2);
  });
});
