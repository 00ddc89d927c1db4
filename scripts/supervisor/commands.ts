import type { Ports } from "./ports.ts";

/** The product's programs as arguments for Node, relative to the project. Tests put small stand-ins here. */
export type Commands = {
  migrate: readonly string[];
  seed: readonly string[];
  /** Absent when pages are compiled on demand (development). */
  build: readonly string[] | undefined;
  phone: readonly string[];
  simulators: readonly string[];
  next: (ports: Ports) => readonly string[];
  edge: readonly string[];
  jobs: readonly string[];
};

/** The programs of `npm start`, or with live reload those of `npm run dev`. */
export function productCommands(development: boolean): Commands {
  // A webhook makes some megabytes of garbage: with room for it, it is gone before the long pauses of an old heap's sweep.
  const roomForRequests = ["--max-semi-space-size=64"];
  // So do the frames of a call, which are of no use a moment later.
  const roomForCalls = ["--max-semi-space-size=32"];
  const next = "node_modules/next/dist/bin/next";
  const server = development ? ["--watch", "--watch-preserve-output"] : [];
  return {
    migrate: ["drizzle/migrate.ts"],
    seed: ["drizzle/seed/main.ts"],
    build: development ? undefined : [next, "build"],
    phone: ["simulators/phone/main.ts"],
    simulators: ["simulators/main.ts"],
    next: (ports) => [
      ...roomForRequests,
      next,
      development ? "dev" : "start",
      "-H",
      "127.0.0.1",
      "-p",
      String(ports.next),
    ],
    edge: [...roomForCalls, ...server, "server-ws/main.ts"],
    jobs: [...server, "server-ws/main.ts"],
  };
}
