/** For tests: a merchant who signs requests, opens payment pages and receives notifies, over real HTTP. */
import { createHmac, randomBytes } from "node:crypto";
import { z } from "zod";
import { type SimServer, send, startServer } from "../../common/http.ts";
import { startTranzila, type TranzilaSimulator, type TranzilaTerminal } from "../index.ts";

export const SHOP: TranzilaTerminal = {
  name: "shop",
  appKey: "key-shop",
  secret: "s3cret",
  fields: ["contact", "ref"],
};
export const OTHER: TranzilaTerminal = { name: "other", appKey: "key-other", secret: "0ther", fields: [] };

/** What a request is signed with, where a test wants it other than right. */
interface Signing {
  terminal?: TranzilaTerminal;
  secret?: string;
  time?: string;
  nonce?: string;
}

const json = z.record(z.string(), z.unknown());

export class World {
  /** Every notify that arrived, as its form. */
  readonly notifies: Record<string, string>[] = [];
  /** With what the next notifies are answered; 200 when nothing is left. */
  readonly notifyAnswers: number[] = [];
  readonly tranzila: TranzilaSimulator;
  readonly #waiting: { count: number; resolve: () => void }[] = [];
  #merchant: SimServer | undefined;

  private constructor(tranzila: TranzilaSimulator) {
    this.tranzila = tranzila;
  }

  static async start(): Promise<World> {
    const world = new World(await startTranzila({ terminals: [SHOP, OTHER] }));
    world.#merchant = await startServer({
      handle: ({ body, res }) => {
        world.notifies.push(Object.fromEntries(new URLSearchParams(body.toString("utf8"))));
        send(res, world.notifyAnswers.shift() ?? 200, "text/plain", "");
        for (const { count, resolve } of world.#waiting) if (world.notifies.length >= count) resolve();
      },
    });
    return world;
  }

  async close(): Promise<void> {
    await Promise.all([this.tranzila.close(), this.#merchant?.close()]);
  }

  /** Resolves when so many notifies have arrived. */
  async arrived(count: number): Promise<Record<string, string>[]> {
    if (this.notifies.length < count) await new Promise<void>((resolve) => this.#waiting.push({ count, resolve }));
    return this.notifies;
  }

  /** A signed request to the API or the reports. */
  async api(path: string, body: unknown, signing: Signing = {}): Promise<{ status: number; body: unknown }> {
    const { appKey, secret } = signing.terminal ?? SHOP;
    const time = signing.time ?? String(Math.floor(Date.now() / 1000));
    const nonce = signing.nonce ?? randomBytes(40).toString("hex");
    const key = (signing.secret ?? secret) + time + nonce;
    return this.#json(path, body, {
      "x-tranzila-api-app-key": appKey,
      "x-tranzila-api-request-time": time,
      "x-tranzila-api-nonce": nonce,
      "x-tranzila-api-access-token": createHmac("sha256", key).update(appKey).digest("hex"),
    });
  }

  report(query: Record<string, unknown>): Promise<{ status: number; body: unknown }> {
    return this.api("/v1/transaction", { terminal_name: SHOP.name, ...query });
  }

  door(path: string, body: unknown): Promise<{ status: number; body: unknown }> {
    return this.#json(`/_sim${path}`, body, {});
  }

  pay(pageUrl: string, card: "approved" | "refused" = "approved"): Promise<{ status: number; body: unknown }> {
    return this.door("/tranzila/pay", { page_url: pageUrl, card });
  }

  /** The address of a page for a new handshake of `sum`, opened with `changes`. */
  async pageUrl(sum: string, changes: Record<string, string> = {}, requestParams = {}): Promise<string> {
    const made = await this.api("/v2/handshake/create", {
      terminal_name: SHOP.name,
      sum: Number(sum),
      request_params: requestParams,
    });
    const { thtk } = z.object({ thtk: z.string() }).parse(made.body);
    const params = {
      sum,
      currency: "1",
      cred_type: "1",
      tranmode: "A",
      lang: "il",
      new_process: "1",
      thtk,
      pdesc: "ייעוץ <b>בטלפון</b>",
      contact: "דנה לוי",
      success_url_address: "http://shop.test/paid",
      fail_url_address: "http://shop.test/failed",
      notify_url_address: `${this.#merchant?.url}/notify?t=secret`,
      ref: "P-17",
      ...changes,
    };
    return `${this.tranzila.url}/${SHOP.name}/iframenew.php?${new URLSearchParams(params)}`;
  }

  async #json(
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<{ status: number; body: unknown }> {
    const answer = await fetch(this.tranzila.url + path, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: json.parse(await answer.json()) };
  }
}
