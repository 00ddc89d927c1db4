/** A merchant's terminal at Tranzila. Hand Shake is switched on for every one, so its page takes no sum without a thtk. */
export interface TranzilaTerminal {
  name: string;
  appKey: string;
  secret: string;
  /** API parameter names of the terminal's user-defined fields, in order: the first is reported as user_defined_1. */
  fields: string[];
}

export class Terminals {
  readonly #byName = new Map<string, TranzilaTerminal>();
  readonly #byAppKey = new Map<string, TranzilaTerminal>();

  /** Throws when two terminals have one name or one key: nobody could tell whose request it is. */
  constructor(terminals: readonly TranzilaTerminal[]) {
    for (const terminal of terminals) {
      this.#byName.set(terminal.name, terminal);
      this.#byAppKey.set(terminal.appKey, terminal);
    }
    if (this.#byName.size !== terminals.length || this.#byAppKey.size !== terminals.length)
      throw new Error("two of Tranzila's terminals have the same name or the same app key");
  }

  byName(name: string): TranzilaTerminal | undefined {
    return this.#byName.get(name);
  }

  byAppKey(appKey: string): TranzilaTerminal | undefined {
    return this.#byAppKey.get(appKey);
  }
}
