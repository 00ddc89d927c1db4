/** Somebody with a phone, whichever network brings what they write and takes them the answers. */
import { randomInt } from "node:crypto";
import { withoutInvisible } from "#lib/hebrew/bidi.ts";
import { until } from "../whatsapp-world.ts";

export interface Written {
  text?: string;
  file?: SentFile;
  /** So often is the same message brought, all at once. */
  copies?: number;
}

export interface SentFile {
  kind: "image" | "video" | "document";
  mimetype: string;
  bytes: Buffer;
  /** Twilio tells none. */
  fileName?: string;
  /** Filled up to so many bytes. */
  size?: number;
}

export interface Network {
  /** Resolves when the network has it. */
  writes(from: string, written: Written): Promise<void>;
  /** What has come to this phone (E.164) from the business, oldest first. */
  screen(of: string): Promise<string[]>;
}

/** A paired phone writes as slowly as a person does. */
const ANSWER_WITHIN_MS = 60_000;

export class Person {
  readonly phone = `+97254${randomInt(1_000_000, 9_999_999)}`;
  readonly #network: Network;
  #seen = 0;

  constructor(network: Network) {
    this.#network = network;
  }

  writes(written: Written | string): Promise<void> {
    return this.#network.writes(this.phone, typeof written === "string" ? { text: written } : written);
  }

  /** The next answer that comes, as it is read: without the marks that set directions. */
  async reads(): Promise<string> {
    const next = await until(async () => (await this.screen())[this.#seen], ANSWER_WITHIN_MS);
    this.#seen += 1;
    return withoutInvisible(next);
  }

  screen(): Promise<string[]> {
    return this.#network.screen(this.phone);
  }
}
