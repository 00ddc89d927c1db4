import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { twilioLine } from "./line.ts";

const SECOND = new Uint8Array(8_000);
/** What the line may leave unsent, and one message more. */
const MOST_UNSENT = 1_600_000 + 12_000;
/** More than the kernel's own buffers take of somebody who does not read. */
const TWENTY_MINUTES = 1_200;

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0).reverse()) close();
});

interface Ends {
  ours: WebSocket;
  theirs: WebSocket;
  /** How often the line said that nobody reads. */
  stuck: () => number;
  line: ReturnType<typeof twilioLine>;
}

/** A line over a real connection, both of its ends in the test's hands. */
async function connected(): Promise<Ends> {
  const server = createServer();
  const sockets = new WebSocketServer({ server });
  const accepted = new Promise<WebSocket>((resolve) => sockets.once("connection", resolve));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const theirs = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const ours = await accepted;
  closing.push(
    () => server.close(),
    () => theirs.terminate(),
    () => ours.terminate(),
  );
  await new Promise((resolve) => theirs.once("open", resolve));
  let stuck = 0;
  const line = twilioLine({
    socket: ours,
    streamSid: "MZ1",
    onFirstAudio: () => {},
    onStuck: () => {
      stuck += 1;
    },
  });
  return { ours, theirs, stuck: () => stuck, line };
}

test("a far side that does not read is noticed before its audio fills our memory", async () => {
  const { ours, theirs, stuck, line } = await connected();
  theirs.pause();
  for (let second = 0; second < TWENTY_MINUTES; second++) line.send(SECOND);
  expect(stuck()).toBeGreaterThan(0);
  expect(ours.bufferedAmount).toBeLessThanOrEqual(MOST_UNSENT);
  const unsent = ours.bufferedAmount;
  line.mark("m1");
  line.clear();
  expect(ours.bufferedAmount).toBe(unsent);
});

test("a far side that reads gets as much without a complaint", async () => {
  const { ours, theirs, stuck, line } = await connected();
  let heard = 0;
  const marked = new Promise((resolve) => {
    theirs.on("message", (data) => {
      const frame = JSON.parse(data.toString());
      if (frame.event === "media") heard += Buffer.from(frame.media.payload, "base64").length;
      else resolve(frame.mark);
    });
  });
  for (let second = 0; second < TWENTY_MINUTES; second++) {
    line.send(SECOND);
    // A minute at once, and no more before it has left.
    if (second % 60 === 59) await expect.poll(() => ours.bufferedAmount, { interval: 1 }).toBe(0);
  }
  line.mark("m1");
  expect(await marked).toEqual({ name: "m1" });
  expect([heard, stuck()]).toEqual([TWENTY_MINUTES * SECOND.length, 0]);
});

test("on a closed connection nothing is sent and nobody is called stuck", async () => {
  const { ours, stuck, line } = await connected();
  const closed = new Promise((resolve) => ours.once("close", resolve));
  ours.terminate();
  await closed;
  line.send(SECOND);
  expect([ours.bufferedAmount, stuck()]).toEqual([0, 0]);
});
