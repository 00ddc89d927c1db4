import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { listenerOn } from "./processes.ts";
import { codeOf, Trouble } from "./trouble.ts";

/** The ports of one running product; `public` is the only one that anyone outside needs. */
export type Ports = Record<PortName, number>;
export const portNames = ["public", "postgres", "next", "phone", "openai", "tts", "smtp", "mailbox"] as const;
export type PortName = (typeof portNames)[number];

/** PORT as a number. @throws Trouble when it is not one. */
export function parsePort(raw: string | undefined): number {
  if (raw === undefined || raw.trim() === "") return 3000;
  const port = Number(raw);
  if (Number.isInteger(port) && port > 0 && port < 65536) return port;
  throw new Trouble(`PORT is "${raw}": it must be a whole number from 1 to 65535.`);
}

/** @throws Trouble that names the port, and who holds it where that can be seen. */
export async function requireFree(port: number, host: string): Promise<void> {
  // ::1 too: a browser that asks for localhost may try it first and meet somebody else's page.
  for (const address of [host, "::1"]) {
    const code = await tryListening(port, address);
    if (code === undefined || code === "EADDRNOTAVAIL" || code === "EAFNOSUPPORT") continue;
    if (code === "EACCES")
      throw new Trouble(`Port ${port} needs administrator rights. Choose one above 1023 with PORT.`);
    const holder = listenerOn(port);
    const by = holder === undefined ? "another program" : `process ${holder.pid} (${holder.command})`;
    throw new Trouble(`Port ${port} is taken by ${by}. Stop it, or choose another port: PORT=${port + 1} npm start`);
  }
}

/**
 * Ports for everything inside: those of the last start where they are still free, so that what was written down
 * stays true, else new ones below the range from which the kernel takes ports for outgoing connections.
 */
export async function chooseInnerPorts(publicPort: number, previous: Partial<Ports>): Promise<Ports> {
  const taken = new Set([publicPort]);
  const ports: Partial<Ports> = { public: publicPort };
  for (const name of portNames) {
    if (name === "public") continue;
    const before = previous[name];
    const keep = before !== undefined && !taken.has(before) && (await isFree(before));
    const port = keep ? before : await findFree(taken);
    taken.add(port);
    ports[name] = port;
  }
  return ports as Ports;
}

/** A free loopback port. */
export async function findFree(except: ReadonlySet<number> = new Set()): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (!except.has(port) && (await isFree(port))) return port;
  }
  throw new Trouble("No free port was found between 20000 and 32000 on this machine.");
}

/** Whether a loopback port can be listened on right now. */
export async function isFree(port: number): Promise<boolean> {
  return (await tryListening(port, "127.0.0.1")) === undefined;
}

function tryListening(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(codeOf(error) ?? "EUNKNOWN"));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
