import { expect, it } from "vitest";
import { BUSINESS, CALLER, startWorld } from "./testing/application.ts";

it("keeps fifty calls on their deadlines at once", { retry: 1 }, async () => {
  const { app, phone, close } = await startWorld({ speed: 1 });
  let frames = 0;
  app.onStream = (socket) => socket.on("message", () => frames++);
  app.routes["/voice"] = () => `<Connect><Stream url="${app.wsUrl()}"/></Connect>`;
  const cpu = process.cpuUsage();
  const calls = Array.from({ length: 50 }, () =>
    phone.network.placeCall({ from: CALLER, to: BUSINESS, script: [{ do: "wait", ms: 1500 }, { do: "hangup" }] }),
  );
  const records = await Promise.all(calls.map(({ ended }) => ended));
  const { user, system } = process.cpuUsage(cpu);
  expect(records.flatMap(({ errors }) => errors)).toEqual([]);
  // A frame every 20 ms of 1.5 s, whatever the timers did: deadlines are absolute.
  expect(records.every(({ frames }) => frames.sent === 76)).toBe(true);
  expect(frames).toBeGreaterThan(50 * 25);
  // Both sides of the sockets run here. Generous, for a machine that others use too.
  expect((user + system) / 1000).toBeLessThan(3000);
  await close();
});
