import { mkdir, readdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { edgeBench, signedForm } from "./testing/edge.ts";
import { freePort } from "./testing/free-port.ts";

const { fakeNext, edgeTo, undelivered } = edgeBench();

describe("a webhook while Next restarts", () => {
  test("is held and delivered when Next is back", async () => {
    const port = await freePort();
    const edge = await edgeTo(port);
    const asked = fetch(
      `${edge.origin}/webhook/incoming_call`,
      signedForm("/webhook/incoming_call", { CallSid: "CA1" }),
    );
    const next = await fakeNext((_, response) => void response.end("<Response>from Next</Response>"), port);
    expect(await (await asked).text()).toBe("<Response>from Next</Response>");
    expect(next.seen).toMatchObject([{ method: "POST", body: "CallSid=CA1" }]);
  });

  test("is refused at once when it is not signed", async () => {
    const edge = await edgeTo(await freePort());
    const answer = await fetch(`${edge.origin}/webhook/incoming_call`, {
      method: "POST",
      body: new URLSearchParams({ CallSid: "CA1" }),
    });
    expect(answer.status).toBe(403);
  });

  test("that Next fails on is answered by the edge, kept, and delivered later", async () => {
    let failing = true;
    const next = await fakeNext((_, response) => {
      response.statusCode = failing ? 500 : 200;
      response.end();
    });
    const edge = await edgeTo(next.port);
    const call = await fetch(
      `${edge.origin}/webhook/incoming_call`,
      signedForm("/webhook/incoming_call", { CallSid: "CA1" }),
    );
    expect([call.status, call.headers.get("content-type"), await call.text()]).toEqual([
      200,
      "text/xml; charset=utf-8",
      "<Response>take</Response>",
    ]);
    const status = await fetch(
      `${edge.origin}/webhook/call_status`,
      signedForm("/webhook/call_status", { CallSid: "CA1" }),
    );
    expect(status.status).toBe(204);
    const ended = await fetch(
      `${edge.origin}/webhook/stream_ended`,
      signedForm("/webhook/stream_ended", { CallSid: "CA1" }),
    );
    expect(await ended.text()).toBe("<Response>take</Response>");
    expect((await readdir(undelivered())).length).toBe(2);

    failing = false;
    next.seen.length = 0;
    await edgeTo(next.port);
    expect(next.seen).toMatchObject([
      {
        url: "/webhook/incoming_call",
        body: "CallSid=CA1",
        headers: { "x-twilio-signature": "https://moked.example/webhook/incoming_call|CA1" },
      },
      { url: "/webhook/call_status", body: "CallSid=CA1" },
    ]);
    expect(await readdir(undelivered())).toEqual([]);
  });

  test("that Next answers but cannot store is kept until it can", async () => {
    let databaseIsAway = true;
    const next = await fakeNext((_, response) => {
      if (databaseIsAway) response.setHeader("X-Webhook-Kept", "no");
      response.statusCode = 204;
      response.end();
    });
    const edge = await edgeTo(next.port);
    const status = await fetch(
      `${edge.origin}/webhook/call_status`,
      signedForm("/webhook/call_status", { CallSid: "CA1" }),
    );
    expect([status.status, status.headers.get("x-webhook-kept")]).toEqual([204, null]);
    await edgeTo(next.port);
    expect((await readdir(undelivered())).length).toBe(1);
    databaseIsAway = false;
    await edgeTo(next.port);
    expect(await readdir(undelivered())).toEqual([]);
  });

  test("of a call waits for the one before it; those of other calls do not", async () => {
    let refuses = (_path: string | undefined) => true;
    const next = await fakeNext(({ url }, response) => {
      if (refuses(url)) response.setHeader("X-Webhook-Kept", "no");
      response.end();
    });
    const edge = await edgeTo(next.port);
    for (const [path, CallSid] of [
      ["/webhook/incoming_call", "CA1"],
      ["/webhook/call_status", "CA1"],
      ["/webhook/call_status", "CA2"],
    ] as const)
      await fetch(edge.origin + path, signedForm(path, { CallSid }));
    const delivered = async () => {
      next.seen.length = 0;
      await edgeTo(next.port);
      return next.seen.map(({ url, body }) => `${url} ${body}`);
    };
    refuses = (url) => url === "/webhook/incoming_call";
    expect(await delivered()).toEqual(["/webhook/incoming_call CallSid=CA1", "/webhook/call_status CallSid=CA2"]);
    refuses = () => false;
    expect(await delivered()).toEqual(["/webhook/incoming_call CallSid=CA1", "/webhook/call_status CallSid=CA1"]);
  });

  test("of which a power cut left nothing does not keep the others waiting", async () => {
    let databaseIsAway = true;
    const next = await fakeNext((_, response) => {
      if (databaseIsAway) response.setHeader("X-Webhook-Kept", "no");
      response.end();
    });
    const edge = await edgeTo(next.port);
    await fetch(`${edge.origin}/webhook/call_status`, signedForm("/webhook/call_status", { CallSid: "CA1" }));
    await writeFile(path.join(undelivered(), "1-empty.json"), "");
    databaseIsAway = false;
    await edgeTo(next.port);
    expect(await readdir(undelivered())).toEqual(["1-empty.json.unreadable"]);
  });

  test("that was being kept when its process was killed is delivered when it is whole, and leaves no file behind", async () => {
    const next = await fakeNext((_, response) => void response.end());
    await mkdir(undelivered());
    const whole = {
      ...{ target: "/webhook/call_status", contentType: "application/x-www-form-urlencoded", signature: "s" },
      ...{ idempotencyToken: "", requestId: "r", bodyBase64: Buffer.from("CallSid=CA1").toString("base64") },
    };
    const ofAnother = `${Date.now()}-being-written.part`;
    await writeFile(path.join(undelivered(), "1-empty.part"), "");
    await writeFile(path.join(undelivered(), "2-half.part"), '{"target":"/web');
    await writeFile(path.join(undelivered(), "3-whole.part"), JSON.stringify(whole));
    await writeFile(path.join(undelivered(), ofAnother), "");
    await edgeTo(next.port);
    expect(next.seen).toMatchObject([{ url: "/webhook/call_status", body: "CallSid=CA1" }]);
    // Whoever takes it knows how old it is.
    expect(next.seen[0]?.headers["x-webhook-came-at"]).toBe(new Date(3).toISOString());
    expect(await readdir(undelivered())).toEqual([ofAnother]);
  });

  test("a status that cannot be kept is not acknowledged, and a caller is still answered", async () => {
    const next = await fakeNext((_, response) => {
      response.statusCode = 500;
      response.end();
    });
    const edge = await edgeTo(next.port, { undeliveredFolder: "/dev/null/impossible" });
    const status = await fetch(
      `${edge.origin}/webhook/call_status`,
      signedForm("/webhook/call_status", { CallSid: "CA1" }),
    );
    expect(status.status).toBe(503);
    const call = await fetch(
      `${edge.origin}/webhook/incoming_call`,
      signedForm("/webhook/incoming_call", { CallSid: "CA1" }),
    );
    expect(await call.text()).toBe("<Response>take</Response>");
  });
});
