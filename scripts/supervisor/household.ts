import { Child, type ChildEvents, type ChildSpec } from "./child.ts";
import { recordChildren } from "./leftovers.ts";

/** All processes of one running product. */
export class Household {
  readonly #children = new Map<string, Child>();
  readonly #dataDir: string;
  readonly #events: Omit<ChildEvents, "changed">;

  constructor(dataDir: string, events: Omit<ChildEvents, "changed">) {
    this.#dataDir = dataDir;
    this.#events = events;
  }

  /** Starts a process that is kept running from now on. */
  start(spec: ChildSpec): Child {
    const child = new Child(spec, this.#dataDir, { ...this.#events, changed: () => this.#record() });
    this.#children.set(spec.name, child);
    child.start();
    return child;
  }

  /** The last lines of everybody's output, for a start that does not get ready. */
  tails(lines: number): string {
    return [...this.#children].map(([name, child]) => `--- ${name}\n${child.tail(lines)}`).join("\n");
  }

  /** Stops them stage by stage: those of one stage together, the next stage when they are gone. */
  async stop(stages: readonly (readonly string[])[]): Promise<void> {
    for (const names of stages) {
      await Promise.all(names.map((name) => this.#children.get(name)?.stop()));
    }
  }

  #record(): void {
    const running = [...this.#children].flatMap(([name, child]) => {
      const identity = child.identity();
      return identity === undefined ? [] : [{ name, ...identity }];
    });
    recordChildren(this.#dataDir, running);
  }
}
