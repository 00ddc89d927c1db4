/** The doubles' process, as its parent uses it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectRoot } from "../../scripts/supervisor/root.ts";
import type { RingOrder } from "./doubles/exchange.ts";
import type { FromDoubles, Rung } from "./doubles/main.ts";

export class Doubles {
  readonly #child: ChildProcess;
  /** Where OpenAI and Google are. */
  readonly url: string;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
  }

  /** Starts it on processor 0. */
  static async start(): Promise<Doubles> {
    const main = join(projectRoot, "bench/capacity/doubles/main.ts");
    const child = spawn("taskset", ["-c", "0", process.execPath, main], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const told = await next(child);
    if (told.type !== "listening") throw new Error("the doubles did not say where they listen");
    return new Doubles(child, told.url);
  }

  async ring(order: RingOrder): Promise<Rung> {
    this.#child.send(order);
    const told = await next(this.#child);
    if (told.type !== "rung") throw new Error("the doubles did not say what became of the calls");
    return told.rung;
  }

  stop(): void {
    this.#child.disconnect();
  }
}

async function next(child: ChildProcess): Promise<FromDoubles> {
  const gone = once(child, "exit").then(([code]) => Promise.reject(new Error(`the doubles ended with code ${code}`)));
  const [message] = await Promise.race([once(child, "message"), gone]);
  return message;
}
