/** Two processes behind one address, as replicas stand behind a load balancer; one of them is killed, or told to stop, in a call. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer, connect as dialTo, type Server } from "node:net";
import path from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import type { CallRecord } from "#simulators/phone/index.ts";
import { freePort } from "./testing/free-port.ts";
import { startWorld, type World } from "./testing/world.ts";

let world: World;
let balancer: Server;
let child: ChildProcess;
let childPort: number;

beforeAll(async () => {
  const publicPort = await freePort();
  world = await startWorld({ publicPort });
  childPort = await freePort();
  balancer = await startBalancer(publicPort, [childPort, world.port]);
}, 60_000);

afterEach(() => {
  child.kill("SIGKILL");
});

afterAll(async () => {
  await world.close();
  balancer.close();
});

/** The other process, ready to take calls. */
async function startChild(): Promise<ChildProcess> {
  const started = spawn(process.execPath, [path.join(import.meta.dirname, "main.ts")], {
    env: { ...process.env, PORT: String(childPort), LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  const ready = () =>
    fetch(`http://127.0.0.1:${childPort}/healthz`).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(ready, { timeout: 45_000 }).toBe(200);
  return started;
}

/**
 * Passes each connection on to the first of the ports that answers on it. A process that is killed may have taken a connection in
 * its last moment: what was sent to it is sent to the next one.
 */
function startBalancer(port: number, backends: number[]): Promise<Server> {
  const server = createServer((client) => {
    const sent: Buffer[] = [];
    client.on("data", (chunk) => sent.push(chunk));
    client.on("error", () => client.destroy());
    const attempt = ([backend, ...others]: number[]) => {
      if (backend === undefined || client.destroyed) return void client.destroy();
      const upstream = dialTo({ port: backend, host: "127.0.0.1" });
      const forward = (chunk: Buffer) => upstream.write(chunk);
      upstream.once("connect", () => {
        for (const chunk of sent) upstream.write(chunk);
        client.on("data", forward);
      });
      upstream.on("data", (chunk) => client.write(chunk));
      upstream.on("error", () => upstream.destroy());
      upstream.on("close", () => {
        client.off("data", forward);
        if (upstream.bytesRead === 0) attempt(others);
        else client.end();
      });
      client.once("close", () => upstream.destroy());
    };
    attempt(backends);
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

test("the process of a call is killed: another takes the conversation up where it was", {
  timeout: 90_000,
}, async () => {
  child = await startChild();
  const placed = world.phone.network.placeCall({
    from: "+972521234567",
    to: world.business.number,
    script: [
      { do: "wait_agent" },
      { do: "say", phrase: "rental_opening" },
      // Here it dies. Far longer than it takes until another one speaks, and not so long that the caller is asked after.
      { do: "wait_agent", quietMs: 5500 },
      { do: "say", phrase: "rental_goodbye" },
      { do: "wait_agent" },
    ],
    maxMs: 80_000,
  });
  const turns = () => world.database.owner`
    select speaker, text from turn join call on call.id = call_id where call_sid = ${placed.callSid} order by index`;
  const opened = world.metrics.liveCalls;
  await expect.poll(async () => (await turns()).length, { timeout: 40_000 }).toBeGreaterThanOrEqual(3);
  expect((await opened.get()).values[0]?.value).toBe(0);
  child.kill("SIGKILL");
  await expect.poll(async () => (await opened.get()).values[0]?.value, { timeout: 20_000 }).toBe(1);
  const record = await placed.ended;
  expect(record.log.filter((entry) => entry.kind === "twiml").map((entry) => entry.verbs)).toEqual([
    ["Connect"],
    ["Connect"],
  ]);
  await expect
    .poll(async () => (await turns()).map(({ text }) => text), { timeout: 10_000 })
    .toEqual([
      expect.stringContaining("שלום"),
      "שלום, אני מחפש דירה להשכרה.",
      expect.any(String),
      "סליחה, הקו נקטע לרגע. אפשר להמשיך.",
      "תודה רבה, להתראות.",
      expect.any(String),
    ]);
  const [row] = await world.database.owner`select ending, stream_failures from call where call_sid = ${placed.callSid}`;
  expect(row).toEqual({ ending: "agent_said_goodbye", stream_failures: 1 });
});

test("a process that is told to stop lets its call come to its end, and talks to newcomers without a stream", {
  timeout: 150_000,
}, async () => {
  child = await startChild();
  const gone = once(child, "exit");
  const { network } = world.phone;
  const call = { from: "+972521234567", to: world.business.number, maxMs: 60_000 };
  const running = network.placeCall({
    ...call,
    script: [{ do: "wait_agent", quietMs: 2000 }, { do: "say", phrase: "rental_goodbye" }, { do: "wait_agent" }],
  });
  const opened = async () =>
    (await world.database.owner`select streams_opened from call where call_sid = ${running.callSid}`)[0]
      ?.streams_opened;
  await expect.poll(opened, { timeout: 10_000 }).toBe(1);
  child.kill("SIGTERM");
  const newcomer = network.placeCall({ ...call, script: [{ do: "wait_agent" }, { do: "hangup" }] });
  const verbsOf = ({ log }: CallRecord) => log.filter((entry) => entry.kind === "twiml").map((entry) => entry.verbs);
  expect(verbsOf(await newcomer.ended)).toEqual([["Connect"], ["Connect"], ["Gather", "Redirect"]]);
  expect(verbsOf(await running.ended)).toEqual([["Connect"]]);
  expect((await gone)[0]).toBe(0);
  await expect
    .poll(async () => (await world.database.owner`select ending from call where call_sid = ${running.callSid}`)[0])
    .toEqual({ ending: "agent_said_goodbye" });
});
