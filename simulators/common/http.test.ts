import { afterEach, describe, expect, it } from "vitest";
import { answerControl } from "./control.ts";
import { Faults, faultsFromText, playFault } from "./faults.ts";
import { RequestLog, type SimServer, sendJson, startServer } from "./http.ts";
import { Latency } from "./latency.ts";

let server: SimServer | undefined;
afterEach(() => server?.close());

describe("faults", () => {
  it("are used up when they have a number", () => {
    const faults = new Faults({ voice: { kind: "429", times: 2 }, model: { kind: "cut" } });
    expect([faults.take("voice"), faults.take("voice"), faults.take("voice")]).toEqual(["429", "429", null]);
    expect([faults.take("model"), faults.take("model")]).toEqual(["cut", "cut"]);
    faults.set({ model: null });
    expect(faults.current()).toEqual({});
  });

  it("about something are kept for what has these words in it, several at once", () => {
    const faults = new Faults({
      model: [
        { kind: "stall", about: "דנה" },
        { kind: "500", about: "יוסי", times: 1 },
      ],
    });
    const taken = (words: string) => faults.take("model", () => words);
    expect([taken("שלום"), taken("שלום יוסי"), taken("שלום יוסי"), taken("שלום דנה")]).toEqual([
      null,
      "500",
      null,
      "stall",
    ]);
    expect(faults.current()).toEqual({ model: [{ kind: "stall", about: "דנה" }] });
  });

  it("are read from text, and a mistyped one is refused", () => {
    const table = { voice: { kind: "stall" }, model: { kind: "429", times: 2 } };
    expect(faultsFromText("voice:stall, model:429:2")).toEqual(table);
    expect(faultsFromText(JSON.stringify(table))).toEqual(table);
    expect(faultsFromText(undefined)).toEqual({});
    for (const wrong of ["voise:stall", "voice:slow", "voice", "voice:stall:x"]) {
      expect(() => faultsFromText(wrong)).toThrow();
    }
  });
});

describe("a simulator's server", () => {
  async function start() {
    const door = { requests: new RequestLog(), faults: new Faults(), latency: new Latency("typical") };
    server = await startServer({
      maxBodyBytes: 100,
      handle: (request) => {
        if (answerControl(request, door)) return;
        const fault = door.faults.take("voice");
        if (fault === "500" || fault === "cut")
          playFault(fault, request.res, (status) => sendJson(request.res, Number(status), { provider: "says so" }));
        else sendJson(request.res, 200, { got: request.body.toString(), query: request.query.get("q") });
      },
    });
    const post = (path: string, body: unknown) =>
      fetch(`${server?.url}${path}`, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
    return { door, post };
  }

  it("hands over the body and the query, and refuses too large a body", async () => {
    const { post } = await start();
    expect(await (await post("/x?q=1%202", "hello")).json()).toEqual({ got: "hello", query: "1 2" });
    expect((await post("/x", "a".repeat(101))).status).toBe(413);
  });

  it("plays the faults that are set at its door", async () => {
    const { post } = await start();
    expect((await post("/_sim/faults", { voice: { kind: "500", times: 1 } })).status).toBe(200);
    expect((await post("/x", "")).status).toBe(500);
    await post("/_sim/faults", { voice: { kind: "cut", times: 1 } });
    await expect(post("/x", "")).rejects.toThrow();
    expect((await post("/x", "")).status).toBe(200);
    expect((await post("/_sim/faults", { voice: { kind: "odd" } })).status).toBe(400);
    expect((await post("/_sim/faults", "{")).status).toBe(400);
  });

  it("changes its latency, and shows its requests from a given one on", async () => {
    const { door, post } = await start();
    expect((await post("/_sim/latency", { profile: "none", seed: 3 })).status).toBe(200);
    expect(door.latency.profile).toBe("none");
    expect((await post("/_sim/latency", { profile: "warp" })).status).toBe(400);
    for (let i = 0; i < 3; i++) door.requests.record({ at: i, step: "voice", tookMs: 1, status: 200, detail: null });
    const shown = await (await fetch(`${server?.url}/_sim/requests?after=1`)).json();
    expect(shown).toMatchObject({ items: [{ id: 2 }, { id: 3 }] });
  });
});
