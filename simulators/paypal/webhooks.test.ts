import { verify, X509Certificate } from "node:crypto";
import { crc32 } from "node:zlib";
import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { payPalAuthority } from "./index.ts";
import { ROOT_KEY, startPayPalWorld } from "./testing/world.ts";

let world: Awaited<ReturnType<typeof startPayPalWorld>>;

beforeEach(async () => {
  world = await startPayPalWorld();
});
afterEach(() => world.close());

const authority = new X509Certificate(payPalAuthority(Buffer.from(ROOT_KEY, "hex")));

async function approved(): Promise<string> {
  const { order } = await world.create();
  expect((await world.door("approve", { order_id: order.id })).status).toBe(200);
  return order.id;
}

test("an approval and a charge are told, each signed by a certificate that the known authority has issued", async () => {
  const id = await approved();
  await world.listener.until(1);
  const { order } = await world.capture(id);
  const [approval, charge] = await world.listener.until(2);
  expect(approval?.event).toMatchObject({
    id: expect.stringMatching(/^WH-/),
    event_version: "1.0",
    event_type: "CHECKOUT.ORDER.APPROVED",
    resource_type: "checkout-order",
    resource_version: "2.0",
    resource: { id, status: "APPROVED", purchase_units: [{ custom_id: "pay-1" }] },
  });
  expect(charge?.event).toMatchObject({
    event_type: "PAYMENT.CAPTURE.COMPLETED",
    resource_type: "capture",
    resource: {
      id: order.purchase_units[0]?.payments?.captures[0]?.id,
      status: "COMPLETED",
      custom_id: "pay-1",
      supplementary_data: { related_ids: { order_id: id } },
    },
  });
  for (const notice of [approval, charge]) {
    if (!notice) throw new Error("unreachable");
    const header = (name: string) => String(notice.headers[`paypal-${name}`]);
    const chain = await (await fetch(header("cert-url"))).text();
    const [leaf, issuer] = (chain.match(/-----BEGIN[^-]+-----[^-]+-----END[^-]+-----/g) ?? []).map(
      (pem) => new X509Certificate(pem),
    );
    if (!leaf || !issuer) throw new Error("the chain is too short");
    expect(issuer.fingerprint256).toBe(authority.fingerprint256);
    expect([authority.ca, authority.checkIssued(authority), authority.verify(authority.publicKey)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([leaf.ca, leaf.checkIssued(authority), leaf.verify(authority.publicKey)]).toEqual([false, true, true]);
    expect(leaf.checkHost("messageverificationcerts.paypal.com")).toBeDefined();
    expect(leaf.validFromDate < new Date() && new Date() < leaf.validToDate).toBe(true);
    const { webhookId } = world.app;
    const signed = `${header("transmission-id")}|${header("transmission-time")}|${webhookId}|${crc32(notice.body)}`;
    const signature = Buffer.from(header("transmission-sig"), "base64");
    expect(header("auth-algo")).toBe("SHA256withRSA");
    expect(verify("sha256", Buffer.from(signed), leaf.publicKey, signature)).toBe(true);
    expect(verify("sha256", Buffer.from(`${signed}0`), leaf.publicKey, signature)).toBe(false);
  }
});

test("a webhook can be looked up by the app that has it, and by no other", async () => {
  const known = await world.ask(`/v1/notifications/webhooks/${world.app.webhookId}`);
  expect([known.status, known.json]).toMatchObject([200, { id: world.app.webhookId, url: world.app.webhookUrl }]);
  expect(await world.refused("/v1/notifications/webhooks/another")).toContain("RESOURCE_NOT_FOUND");
});

test("a declined charge and a refund are told; the refund is a resource of its own, and given once", async () => {
  const id = await approved();
  world.paypal.faults.set({ paypal: { kind: "declined", times: 1 } });
  await world.refused(`/v2/checkout/orders/${id}/capture`, {});
  world.paypal.payer.approve(id);
  const { order } = await world.capture(id);
  const capture_id = order.purchase_units[0]?.payments?.captures[0]?.id;
  expect((await world.door("refund", { capture_id })).status).toBe(200);
  expect((await world.door("refund", { capture_id })).status).toBe(409);
  const events = (await world.listener.until(5)).map(({ event }) => event);
  expect(events.find(({ event_type }) => event_type === "PAYMENT.CAPTURE.DENIED")).toMatchObject({
    resource: { status: "DECLINED", custom_id: "pay-1", supplementary_data: { related_ids: { order_id: id } } },
  });
  const up = { rel: "up", href: `${world.paypal.url}/v2/payments/captures/${capture_id}` };
  expect(events.find(({ event_type }) => event_type === "PAYMENT.CAPTURE.REFUNDED")).toMatchObject({
    resource_type: "refund",
    resource: { status: "COMPLETED", custom_id: "pay-1", links: [{ rel: "self" }, up] },
  });
  const { json } = await world.ask(`/v2/checkout/orders/${id}`);
  expect(json).toHaveProperty("purchase_units.0.payments.captures.0.status", "REFUNDED");
});

test("events come doubled, as the same event", async () => {
  await world.door("webhooks", { copies: 3 });
  await approved();
  const notices = await world.listener.until(3);
  expect(new Set(notices.map(({ event }) => event.id)).size).toBe(1);
  expect(new Set(notices.map(({ headers }) => headers["paypal-transmission-id"])).size).toBe(3);
});

test("events are held back, and go the newest first when they are let go", async () => {
  await world.door("webhooks", { hold: true });
  await world.capture(await approved());
  expect(world.listener.types()).toEqual([]);
  await world.door("webhooks", { reversed: true });
  await world.listener.until(2);
  expect(world.listener.types()).toEqual(["PAYMENT.CAPTURE.COMPLETED", "CHECKOUT.ORDER.APPROVED"]);
});

test("events wait as long as they are told to, and in the meantime turn around", async () => {
  await world.door("webhooks", { reversed: true, delay_ms: 1000 });
  await world.capture(await approved());
  await world.listener.until(2);
  expect(world.listener.types()).toEqual(["PAYMENT.CAPTURE.COMPLETED", "CHECKOUT.ORDER.APPROVED"]);
  expect((await world.door("webhooks", { copies: 11 })).status).toBe(400);
});

test("an event that is not taken comes again a second later, and the door knows of both", async () => {
  world.listener.answerWith(503);
  await approved();
  await world.listener.until(1);
  world.listener.answerWith(204);
  const [first, second] = await world.listener.until(2);
  expect(second?.event).toEqual(first?.event);
  const list = z.object({
    items: z.array(z.object({ client_id: z.string(), deliveries: z.array(z.object({ status: z.number() })) })),
  });
  await expect
    .poll(async () => list.parse((await world.door("events")).json).items)
    .toEqual([{ client_id: "shop", deliveries: [{ status: 503 }, { status: 204 }] }]);
});

test("the door knows of an application that is away", async () => {
  world.listener.close();
  await approved();
  const list = z.object({ items: z.array(z.object({ deliveries: z.array(z.object({ error: z.string() })) })) });
  await expect
    .poll(async () => list.parse((await world.door("events")).json).items[0]?.deliveries)
    .toMatchObject([{ error: expect.stringContaining("ECONNREFUSED") }]);
});
