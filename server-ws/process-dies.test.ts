/** Two processes behind one address, as replicas stand behind a load balancer; one of them is killed in a call. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer, connect as dialTo, type Server } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
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
  child = spawn(process.execPath, [path.join(import.meta.dirname, "main.ts")], {
    env: { ...process.env, PORT: String(childPort), LOG_LEVEL: "silent" },
    stdio: "ignore",
  });
  balancer = await startBalancer(publicPort, [childPort, world.port]);
}, 90_000);

afterAll(async () => {
  child.kill("SIGKILL");
  await world.close();
  balancer.close();
});

/** Passes each connection on to the first of the ports that takes it. */
function startBalancer(port: number, backends: number[]): Promise<Server> {
  const server = createServer((client) => {
    const attempt = ([backend, ...others]: number[]) => {
      if (backend === undefined) return client.destroy();
      const upstream = dialTo({ port: backend, host: "127.0.0.1" });
      upstream.once("connect", () => {
        client.pipe(upstream).pipe(client);
        upstream.on("close", () => client.destroy());
      });
      upstream.on("error", () =>
        upstream.connecting || upstream.bytesRead === 0 ? attempt(others) : client.destroy(),
      );
      client.on("error", () => upstream.destroy());
      client.on("close", () => upstream.destroy());
    };
    attempt(backends);
  });
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

test("the process of a call is killed: another takes the conversation up where it was", {
  timeout: 90_000,
}, async () => {
  const ready = () =>
    fetch(`http://127.0.0.1:${childPort}/healthz`).then(
      (answer) => answer.status,
      () => 0,
    );
  await expect.poll(ready, { timeout: 45_000 }).toBe(200);
  const placed = world.phone.network.placeCall({
    from: "+972521234567",
    to: world.business.number,
    script: [
      { do: "wait_agent" },
      { do: "say", phrase: "rental_opening" },
      { do: "wait_agent", quietMs: 1500 },
      // Here it dies.
      { do: "wait", ms: 3000 },
      { do: "wait_agent" },
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
