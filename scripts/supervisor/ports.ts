import { randomInt } from "node:crypto";
import { createServer } from "node:net";
import { claimPort, type PortClaim } from "./port-claim.ts";
import { listenerOn } from "./processes.ts";
import { codeOf, Trouble } from "./trouble.ts";

/** The ports of one running product; `public` is the only one that anyone outside needs. */
export type Ports = Record<PortName, number>;
export const portNames = [
  "public",
  "postgres",
  "next",
  "phone",
  "openai",
  "tts",
  "smtp",
  "mailbox",
  "whatsapp",
  "whatsappMedia",
  "paypal",
  "tranzila",
] as const;
export type PortName = (typeof portNames)[number];
type ClaimedPort = { port: number; claim: PortClaim };

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
 * stays true, else new ones below the range from which the kernel takes ports for outgoing connections. Until they are
 * released, no other product of this machine chooses one of them.
 */
export async function chooseInnerPorts(
  publicPort: number,
  previous: Partial<Ports>,
): Promise<{ ports: Ports; release: () => void }> {
  const ports: Partial<Ports> = { public: publicPort };
  const claims: PortClaim[] = [];
  const release = () => {
    for (const claim of claims) claim.release();
  };
  try {
    for (const name of portNames) {
      if (name === "public") continue;
      const before = previous[name];
      const { port, claim } = (await claimFree(before, publicPort)) ?? (await claimAny(publicPort));
      claims.push(claim);
      ports[name] = port;
    }
    return { ports: ports as Ports, release };
  } catch (error) {
    release();
    throw error;
  }
}

/** What we have claimed ourselves is not given twice, either. */
async function claimFree(port: number | undefined, publicPort: number): Promise<ClaimedPort | undefined> {
  if (port === undefined || port === publicPort) return undefined;
  const claim = await claimPort(port);
  if (claim === undefined) return undefined;
  if (await isFree(port)) return { port, claim };
  claim.release();
  return undefined;
}

async function claimAny(publicPort: number): Promise<ClaimedPort> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const claimed = await claimFree(await findFree(), publicPort);
    if (claimed !== undefined) return claimed;
  }
  throw new Trouble("Every free port between 20000 and 32000 on this machine belongs to another Moked.");
}

/** A loopback port that is free at this moment. */
export async function findFree(): Promise<number> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(20_000, 32_000);
    if (await isFree(port)) return port;
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
