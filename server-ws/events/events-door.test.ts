import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import WebSocket from "ws";
import type { Context } from "#lib/context.ts";
import type { EventMessage } from "#lib/events/schemas.ts";
import type { Role } from "#lib/permissions.ts";
import { createMetrics } from "../metrics.ts";
import { type EventsDoor, openEventsDoor } from "./events-door.ts";

const ORIGIN = "https://moked.example";
const closing: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

const context = (businessId: string, userId: string, role: Role): Context => ({
  businessId,
  actor: { kind: "user", userId },
  role,
  requestId: null,
});
const DANA = "018f3b6e-7c1a-7b1e-9a51-3f1d2c4b5a61";
const SHAY = "018f3b6e-7c1a-7b1e-9a51-3f1d2c4b5a62";
const conversationId = "018f3b6e-7c1a-7b1e-9a51-3f1d2c4b5a63";

/** Events of two businesses in one table, and a cookie that names its business. */
class Table {
  rows: { businessId: string; event: EventMessage & { id: number } }[] = [];
  loggedIn = new Map<string, Context>([
    ["cookie-a", context("a", DANA, "owner")],
    ["cookie-shay-a", context("a", SHAY, "staff")],
    ["cookie-viewer-a", context("a", SHAY, "viewer")],
    ["cookie-b", context("b", SHAY, "owner")],
  ]);
  failing = false;

  add(businessId: string): number {
    const id = this.rows.length + 1;
    this.rows.push({ businessId, event: { id, at: new Date(0).toISOString(), type: "business.changed" } });
    return id;
  }

  async whoIs(cookie: string | null): Promise<Context | null> {
    return this.loggedIn.get(cookie ?? "") ?? null;
  }

  async lastEventId({ businessId }: Context): Promise<number> {
    return this.rows.findLast((row) => row.businessId === businessId)?.event.id ?? 0;
  }

  async eventsAfter({ businessId }: Context, after: number, limit: number): Promise<EventMessage[]> {
    if (this.failing) throw new Error("no database");
    return this.rows
      .filter((row) => row.businessId === businessId && row.event.id > after)
      .map((row) => row.event)
      .slice(0, limit);
  }
}

async function eventsDoor(table: Table, recheckEveryMs = 60_000): Promise<{ door: EventsDoor; url: string }> {
  const door = openEventsDoor({
    publicUrl: new URL(ORIGIN),
    metrics: createMetrics(),
    log: pino({ level: "silent" }),
    whoIs: (cookie) => table.whoIs(cookie),
    lastEventId: (ctx) => table.lastEventId(ctx),
    eventsAfter: (ctx, after, limit) => table.eventsAfter(ctx, after, limit),
    tellPresence: async (ctx, said) => {
      if (ctx.actor.kind === "user") door.presence(ctx.businessId, { ...said, userId: ctx.actor.userId });
    },
    recheckEveryMs,
  });
  const server = createServer();
  server.on("upgrade", (request, socket, head) => door.upgrade(request, socket, head, "request-1"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(async () => {
    await door.close();
    server.closeAllConnections();
    server.close();
  });
  return { door, url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/ws/events` };
}

interface Browser {
  socket: WebSocket;
  got: EventMessage[];
  closed: Promise<number>;
}

async function browser(url: string, cookie: string, origin = ORIGIN): Promise<Browser> {
  const socket = new WebSocket(url, { origin, headers: { Cookie: cookie } });
  closing.push(() => socket.terminate());
  const got: EventMessage[] = [];
  socket.on("message", (data) => got.push(JSON.parse(data.toString())));
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  await new Promise((resolve, reject) => {
    socket.once("open", resolve);
    socket.once("error", reject);
  });
  return { socket, got, closed };
}

const ids = (messages: EventMessage[]) =>
  messages.map((message) => ("id" in message ? message.id : `hello ${message.lastId}`));

describe("who may listen", () => {
  test("nobody without a session", async () => {
    const { url } = await eventsDoor(new Table());
    await expect(browser(url, "cookie-x")).rejects.toThrow("401");
  });

  test("no page of another site, and nobody who hides where they come from", async () => {
    const { url } = await eventsDoor(new Table());
    await expect(browser(url, "cookie-a", "https://evil.example")).rejects.toThrow("403");
    await expect(browser(url, "cookie-a", "null")).rejects.toThrow("403");
  });

  test("nobody whose session was revoked meanwhile", async () => {
    const table = new Table();
    const { url } = await eventsDoor(table, 20);
    const open = await browser(url, "cookie-a");
    table.loggedIn.delete("cookie-a");
    expect(await open.closed).toBe(4401);
  });
});

describe("what is heard", () => {
  test("hello first, then one's own business only", async () => {
    const table = new Table();
    table.add("a");
    const { door, url } = await eventsDoor(table);
    const [a, b] = [await browser(url, "cookie-a"), await browser(url, "cookie-b")];
    await expect.poll(() => [ids(a.got), ids(b.got)]).toEqual([["hello 1"], ["hello 0"]]);
    for (const business of ["a", "b", "a"]) {
      table.add(business);
      door.news(business);
    }
    await expect
      .poll(() => [ids(a.got), ids(b.got)])
      .toEqual([
        ["hello 1", 2, 4],
        ["hello 0", 3],
      ]);
  });

  test("what was missed is replayed, then what comes, in order and once", async () => {
    const table = new Table();
    for (let i = 0; i < 950; i++) table.add("a");
    const { door, url } = await eventsDoor(table);
    const open = await browser(`${url}?after=100`, "cookie-a");
    for (let i = 0; i < 50; i++) {
      table.add("a");
      door.news("a");
    }
    const expected = Array.from({ length: 900 }, (_, i) => i + 101);
    await expect.poll(() => open.got.length).toBeGreaterThanOrEqual(901);
    expect(ids(open.got).slice(1)).toEqual(expected);
  });

  test("a number that is no number, or of the future, starts with now", async () => {
    const table = new Table();
    table.add("a");
    const { door, url } = await eventsDoor(table);
    const odd = [await browser(`${url}?after=-1`, "cookie-a"), await browser(`${url}?after=99999`, "cookie-a")];
    await expect.poll(() => odd.map(({ got }) => got.length)).toEqual([1, 1]);
    table.add("a");
    door.news("a");
    await expect
      .poll(() => odd.map(({ got }) => ids(got)))
      .toEqual([
        ["hello 1", 2],
        ["hello 1", 2],
      ]);
  });

  test("after the database was away nothing is missing", async () => {
    const table = new Table();
    const { door, url } = await eventsDoor(table);
    const open = await browser(url, "cookie-a");
    await expect.poll(() => open.got.length).toBe(1);
    table.failing = true;
    table.add("a");
    door.news("a");
    table.failing = false;
    table.add("a");
    door.resume();
    await expect.poll(() => ids(open.got)).toEqual(["hello 0", 1, 2]);
  });

  test("a browser that is sent away is told so", async () => {
    const { door, url } = await eventsDoor(new Table());
    const open = await browser(url, "cookie-a");
    await door.close();
    expect(await open.closed).toBe(1001);
  });
});

describe("who is there", () => {
  const say = ({ socket }: Browser, doing: string, more: object = {}) =>
    socket.send(JSON.stringify({ type: "presence", conversationId, doing, ...more }));
  const told = (userId: string, doing: string) => ({ type: "presence", conversationId, userId, doing });
  const heard = ({ got }: Browser): unknown[] => got.filter((one: { type: string }) => one.type === "presence");

  test("is told to colleagues of the same business, never to oneself; who goes without a word has left", async () => {
    const { url } = await eventsDoor(new Table());
    const [dana, tab] = [await browser(url, "cookie-a"), await browser(url, "cookie-a")];
    const [shay, other] = [await browser(url, "cookie-shay-a"), await browser(url, "cookie-b")];
    say(dana, "typing", { userId: SHAY });
    await expect.poll(() => heard(shay)).toEqual([told(DANA, "typing")]);
    dana.socket.terminate();
    await expect.poll(() => heard(shay)).toEqual([told(DANA, "typing"), told(DANA, "left")]);
    say(shay, "looking");
    await expect.poll(() => heard(tab)).toEqual([told(SHAY, "looking")]);
    expect(heard(other)).toEqual([]);
  });

  test("who only reads along, and what is no presence, is not told", async () => {
    const { url } = await eventsDoor(new Table());
    const [dana, viewer] = [await browser(url, "cookie-a"), await browser(url, "cookie-viewer-a")];
    const shay = await browser(url, "cookie-shay-a");
    say(viewer, "typing");
    shay.socket.send("{");
    say(shay, "dancing");
    say(shay, "looking");
    await expect.poll(() => heard(dana)).toEqual([told(SHAY, "looking")]);
  });

  test("a page that floods is heard a few times only", async () => {
    const { url } = await eventsDoor(new Table());
    const [dana, shay] = [await browser(url, "cookie-a"), await browser(url, "cookie-shay-a")];
    for (let n = 0; n < 100; n++) say(shay, "typing");
    shay.socket.close();
    await expect.poll(() => heard(dana).at(-1)).toEqual(told(SHAY, "left"));
    expect(heard(dana).length).toBeLessThan(25);
  });
});
