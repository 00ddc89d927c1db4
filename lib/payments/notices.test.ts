/** What is posted to our webhooks by who is no provider, or lies: refused, or heard and found to be nothing. */
import { generateKeyPairSync, sign } from "node:crypto";
import { crc32 } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startPayPal } from "#simulators/paypal/index.ts";
import { paypalGateway } from "../providers/payments/paypal/gateway.ts";
import { payOn } from "../testing/cashier.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { startPayment } from "./start-payment.ts";
import { Till } from "./testing/till.ts";

let database: TestDatabase;
let till: Till;
beforeAll(async () => {
  database = await testDatabase();
  till = await Till.open(database);
  await till.keepsQuiet(true);
});
afterAll(async () => {
  await till.close();
  await database.drop();
});

/** Every job and payment: what a refused notice must leave alone. */
async function everything(): Promise<unknown> {
  const jobs = await database.owner`select count(*)::int as n from graphile_worker._private_jobs`;
  return [jobs, await database.owner`select id, status, charge_id from payment order by id`];
}

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(till.url + path, { method: "POST", body, headers });
}

const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });

/** Headers as PayPal's, signed by somebody else, with the certificate at `address`. */
function headersOf(body: string, address: string): Record<string, string> {
  const signed = `id-1|2026-11-30T10:00:00Z|8PT597110X687430L|${crc32(body)}`;
  return {
    "content-type": "application/json",
    "paypal-transmission-id": "id-1",
    "paypal-transmission-time": "2026-11-30T10:00:00Z",
    "paypal-transmission-sig": sign("sha256", Buffer.from(signed), privateKey).toString("base64"),
    "paypal-cert-url": address,
    "paypal-auth-algo": "SHA256withRSA",
  };
}

describe("a notice in PayPal's name", () => {
  it("is refused when it is signed by nobody, by somebody else, or about nothing of ours", async () => {
    const sale = await till.ordered("paypal");
    const { paypal } = till.cashier;
    const body = JSON.stringify({ event_type: "PAYMENT.CAPTURE.COMPLETED", resource: { custom_id: sale.paymentId } });
    const stranger = JSON.stringify({ resource: { custom_id: crypto.randomUUID() } });
    const before = await everything();
    const theirs = `${paypal.url}/v1/notifications/certs/CERT-none`;
    const refused = [
      post("/webhook/paypal", body),
      post("/webhook/paypal", body, headersOf(body, "https://paypal.com.example.com/cert.pem")),
      post("/webhook/paypal", body, headersOf(body, "http://www.paypal.com/cert.pem")),
      post("/webhook/paypal", body, headersOf(body, "file:///etc/passwd")),
      post("/webhook/paypal", stranger, headersOf(stranger, theirs)),
      post("/webhook/paypal", "no json"),
      post("/webhook/paypal", '{"resource":{"custom_id":"x\\u0000"}}'),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual(refused.map(() => 403));
    // A certificate that cannot be had says nothing of the notice: PayPal brings it again.
    expect((await post("/webhook/paypal", body, headersOf(body, theirs))).status).toBe(503);
    expect(await everything()).toEqual(before);
  });

  it("is refused when its certificate is one that nobody whom we trust answers for", async () => {
    const sale = await till.ordered("paypal");
    const app = { clientId: "a", clientSecret: "b", webhookId: "8PT597110X687430L" };
    const impostor = await startPayPal({ apps: [{ ...app, webhookUrl: `${till.url}/webhook/paypal` }] });
    const gateway = paypalGateway(app, impostor.url);
    const urls = { done: till.url, failed: till.url, notify: till.url };
    const asked = {
      pageId: crypto.randomUUID(),
      paymentId: sale.paymentId,
      amountAgorot: 5600,
      language: "he",
    } as const;
    const request = { ...asked, description: "א", payee: "ב", urls };
    const { providerRef } = await gateway.createLink(request, AbortSignal.timeout(5000));
    const before = await everything();
    impostor.payer.approve(providerRef ?? "");
    expect(await till.answers(sale.paymentId, 1)).toEqual([403]);
    expect(await everything()).toEqual(before);
    await impostor.close();
  });
});

describe("a notice in Tranzila's name", () => {
  const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

  it("is refused at an address that was made for no payment, and for another one", async () => {
    const [sale, other] = [await till.ordered("tranzila"), await till.ordered("tranzila")];
    const told = { Response: "000", index: "1", sum: "56.00" };
    const before = await everything();
    const refused = [
      post("/webhook/tranzila", form({ ...told, moked_payment: sale.paymentId })),
      post(`/webhook/tranzila?payment=${"a".repeat(32)}`, form({ ...told, moked_payment: sale.paymentId })),
      post(`/webhook/tranzila?payment=%00`, form(told)),
      post(`/webhook/tranzila?payment=${other.token}`, form({ ...told, moked_payment: sale.paymentId })),
      fetch(`${till.url}/webhook/tranzila?payment=&index=1`),
    ];
    expect((await Promise.all(refused)).map(({ status }) => status)).toEqual(refused.map(() => 403));
    expect(await everything()).toEqual(before);
  });

  it("that names somebody else's charge of the same sum pays nothing", async () => {
    const [payer, liar] = [await till.ordered("tranzila"), await till.ordered("tranzila")];
    const { form: paid } = await till.paysAt(payer);
    const index = paid?.index ?? "";
    await startPayment(liar.token);
    const told = form({ Response: "000", index, sum: "56.00", moked_payment: liar.paymentId });
    expect((await post(`/webhook/tranzila?payment=${liar.token}`, told)).status).toBe(200);
    expect((await fetch(`${till.url}/webhook/tranzila?payment=${liar.token}&index=${index}`)).status).toBe(200);
    await till.runJobs();
    expect((await liar.order()).payment).toBe("open");
    await till.runJobs("whenever");
    expect((await payer.order()).payment).toBe("paid");
    expect((await liar.order()).payment).toBe("open");
  });

  it("of a charge that carries two payments' names pays the one that is in our field, once", async () => {
    const [payer, other] = [await till.ordered("tranzila"), await till.ordered("tranzila")];
    await startPayment(other.token);
    const page = new URL((await startPayment(payer.token)).url);
    page.searchParams.set("remarks", other.paymentId);
    const { form: paid } = await payOn(till.cashier, page.href);
    for (const { token } of [other, payer]) await post(`/webhook/tranzila?payment=${token}&index=${paid?.index}`, "");
    await till.runJobs("whenever");
    expect([(await payer.order()).payment, (await other.order()).payment]).toEqual(["paid", "open"]);
  });

  // The hour may turn over in between.
  it("is heard so often an hour and no more, whatever it names", { retry: 1 }, async () => {
    const sale = await till.ordered("tranzila");
    const tell = (index: number) => post(`/webhook/tranzila?payment=${sale.token}&index=${index}`, "");
    for (let index = 1; index <= 70; index += 1) expect((await tell(index)).status).toBe(200);
    const jobs = await database.owner`
      select 1 from graphile_worker._private_jobs where payload->>'paymentId' = ${sale.paymentId}`;
    expect(jobs).toHaveLength(1);
    await till.runJobs();
    await tell(71);
    expect(await till.runJobs("due", sale)).toBe(0);
  });
});
