import type { ChildProcess } from "node:child_process";
import { connect } from "node:net";
import { join } from "node:path";
import type { FrontDoor } from "./front-door.ts";
import { Output } from "./output.ts";
import { groupIsAlive, identify, type ProcessIdentity, putBehindOthers, signalGroup } from "./processes.ts";
import { ending, type Launch, spawnLeashed } from "./spawn.ts";
import { Trouble } from "./trouble.ts";
import { pollUntil } from "./wait.ts";

export type ChildSpec = {
  name: string;
  launch: Launch;
  /** It is up when all of these loopback ports answer. */
  ports: readonly number[];
  /** How long it may take to finish what it is doing when it is told to stop. */
  graceMs: number;
  /** Nobody waits for what it does at this moment: the others go before it. */
  background?: true;
  /** Takes the connections of this door, however often it is started again. */
  door?: FrontDoor;
};

/** How children are restarted. A death counts as quick when it comes within `quickMs` of the start. */
export type RestartPolicy = { quickMs: number; delaysMs: readonly number[]; mostQuickDeaths: number };

export const usualPolicy: RestartPolicy = {
  quickMs: 10_000,
  delaysMs: [20, 250, 1_000, 2_000],
  mostQuickDeaths: 5,
};

export type ChildEvents = {
  note: (line: string) => void;
  changed: () => void;
  gaveUp: (trouble: Trouble) => void;
  /** What it prints, as it comes. */
  printed: (name: string, text: string) => void;
};

/** A process of the product that is kept running: restarted when it dies, given up when it dies over and over. */
export class Child {
  readonly spec: ChildSpec;
  readonly #events: ChildEvents;
  readonly #policy: RestartPolicy;
  readonly #output: Output;
  #process: ChildProcess | undefined;
  #restart: NodeJS.Timeout | undefined;
  #startedAt = 0;
  #quickDeaths = 0;
  #stopping: Promise<void> | undefined;

  constructor(spec: ChildSpec, dataDir: string, events: ChildEvents, policy: RestartPolicy = usualPolicy) {
    this.spec = spec;
    this.#events = events;
    this.#policy = policy;
    this.#output = new Output(join(dataDir, `${spec.name}.out`), (text) => events.printed(spec.name, text));
  }

  start(): void {
    this.#startedAt = Date.now();
    this.#output.startAnew();
    const { launch, door, background } = this.spec;
    const child = spawnLeashed(launch, this.#output, door !== undefined);
    if (background && child.pid !== undefined) putBehindOthers(child.pid);
    door?.serve(child);
    this.#process = child;
    child.once("error", (error) => this.#output.write(Buffer.from(`${error.message}\n`)));
    child.once("close", (code, signal) => this.#died(child, ending(code, signal)));
    this.#events.changed();
  }

  identity(): ProcessIdentity | undefined {
    return this.#process?.pid === undefined ? undefined : identify(this.#process.pid);
  }

  tail(lines: number): string {
    return this.#output.tail(lines);
  }

  /** Waits until its ports answer. @throws Trouble when they do not in time. */
  async ready(withinMs: number, signal: AbortSignal): Promise<void> {
    for (const port of this.spec.ports) {
      const up = await pollUntil(withinMs, 20, async () => {
        signal.throwIfAborted();
        return (await answers(port)) ? true : undefined;
      });
      if (up === undefined) {
        const seconds = withinMs / 1000;
        throw new Trouble(`${this.spec.name} was not up after ${seconds} s. The end of its output:\n${this.tail(20)}`);
      }
    }
  }

  /** Asks it to finish, and after its grace ends it. Calling it again changes nothing. */
  stop(): Promise<void> {
    this.#stopping ??= this.#stop();
    return this.#stopping;
  }

  async #stop(): Promise<void> {
    clearTimeout(this.#restart);
    const pid = this.#process?.pid;
    if (pid !== undefined && groupIsAlive(pid)) {
      signalGroup(pid, "SIGTERM");
      const gone = () => (groupIsAlive(pid) ? undefined : true);
      if ((await pollUntil(this.spec.graceMs, 20, gone)) === undefined) {
        this.#events.note(`${this.spec.name} did not stop within ${this.spec.graceMs / 1000} s and was ended.`);
        signalGroup(pid, "SIGKILL");
        await pollUntil(2_000, 20, gone);
      }
    }
    this.#output.close();
  }

  #died(child: ChildProcess, how: string): void {
    if (this.#stopping !== undefined || child !== this.#process) return;
    // What it had started itself must not hold its ports.
    if (child.pid !== undefined) signalGroup(child.pid, "SIGKILL");
    const lived = Date.now() - this.#startedAt;
    this.#quickDeaths = lived < this.#policy.quickMs ? this.#quickDeaths + 1 : 1;
    const tail = this.tail(12);
    const said = tail === "" ? "" : `\n${tail.replaceAll(/^/gm, "    ")}`;
    if (this.#quickDeaths >= this.#policy.mostQuickDeaths) {
      const times = this.#quickDeaths;
      const where = this.#output.path;
      this.#events.gaveUp(
        new Trouble(`${this.spec.name} died ${times} times in a row (${how}); giving up. See ${where}:${said}`),
      );
      return;
    }
    this.#events.note(`${this.spec.name} died (${how}) and is started again.${said}`);
    const { delaysMs } = this.#policy;
    this.#restart = setTimeout(() => this.start(), delaysMs[Math.min(this.#quickDeaths, delaysMs.length) - 1]);
  }
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
