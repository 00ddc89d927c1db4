/** A business on Twilio and a business with a paired phone: the whole product between the simulated networks, but for Next's build. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { env } from "#lib/config/env.ts";
import { log } from "#lib/log.ts";
import { createProduct } from "#lib/ordering/create-product.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type Cashier, startCashier } from "#lib/testing/cashier.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import type { Faults } from "#simulators/common/faults.ts";
import { startOpenAi } from "#simulators/openai/server.ts";
import { startPhoneNetwork } from "#simulators/phone/index.ts";
import { startTestWorld } from "#simulators/whatsapp-web/testing/world.ts";
import { startFront } from "../../front.ts";
import { jobHandlers } from "../../jobs/registry.ts";
import { startWorkers } from "../../jobs/workers.ts";
import { createMetrics } from "../../metrics.ts";
import { startWhatsapp } from "../../whatsapp/sessions.ts";
import { freePort } from "../free-port.ts";
import { startWebhookRoutes } from "../webhook-routes.ts";
import type { Network } from "./network.ts";
import { pairedPhone } from "./paired-phone.ts";
import { twilioNetwork } from "./twilio.ts";

export const PROVIDERS = ["twilio", "baileys"] as const;

/** A bakery with twenty loaves of one bread. */
interface Shop {
  business: TestBusiness;
  network: Network;
}

export interface MessagesWorld {
  database: TestDatabase;
  /** What goes wrong outside. */
  faults: { twilio: Faults; openai: Faults };
  cashier: Cashier;
  shops: Record<(typeof PROVIDERS)[number], Shop>;
  close(): Promise<void>;
}

const TWILIO_SENDER = "+972555000001";
const PHONE = "+972555000002";

export async function startMessagesWorld(): Promise<MessagesWorld> {
  const closing: (() => Promise<unknown>)[] = [];
  const later = <T extends { close(): Promise<unknown> }>(started: T): T => {
    closing.push(() => started.close());
    return started;
  };
  const database = await testDatabase();
  closing.push(() => database.drop());
  const folder = await mkdtemp(path.join(tmpdir(), "moked-messages-"));
  closing.push(() => rm(folder, { recursive: true, force: true }));
  const openai = later(await startOpenAi({ apiKey: "sk-test", latency: "none" }));
  const { TWILIO_ACCOUNT_SID: accountSid = "", TWILIO_AUTH_TOKEN: authToken = "" } = process.env;
  const phone = later(await startPhoneNetwork({ accountSid, authToken }));
  const web = later(await startTestWorld());
  const usual = getCACertificates("default");
  setDefaultCACertificates([...usual, web.web.mediaCertificate]);
  closing.push(async () => setDefaultCACertificates(usual));
  const next = later(await startWebhookRoutes());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  Object.assign(process.env, {
    ...{ PORT: String(port), NEXT_PORT: String(next.port), PUBLIC_HOST: origin, DATA_DIR: folder, ROLES: "edge" },
    ...{ TWILIO_BASE_URL: phone.url, OPENAI_BASE_URL: openai.url, TTS_DISABLED: "true" },
    ...{ WHATSAPP_WEB_URL: web.web.url, WHATSAPP_WEB_PUBLIC_KEY: web.web.publicKey },
  });
  const cashier = later(await startCashier(origin));
  Object.assign(process.env, cashier.settings);
  const metrics = createMetrics();
  later(await startFront(env(), metrics, log()));
  const handlers = jobHandlers(env());
  later(await startWorkers({ databaseUrl: database.ownerUrl, handlers, metrics, log: log() }));
  later(await startWhatsapp(env(), log()));
  const [first, second] = [await bakery(), await bakery()];
  await database.owner`update business set whatsapp_number = ${TWILIO_SENDER} where id = ${first.id}`;
  return {
    database,
    faults: { twilio: phone.network.faults, openai: openai.faults },
    cashier,
    shops: {
      twilio: { business: first, network: twilioNetwork(phone, TWILIO_SENDER, origin) },
      baileys: { business: second, network: await pairedPhone(web, second, PHONE) },
    },
    async close() {
      for (const close of closing.reverse()) await close();
    },
  };
}

async function bakery(): Promise<TestBusiness> {
  const business = await testBusiness("מאפיית הבוקר");
  await createProduct(business.as("staff"), { name: "לחם מחמצת", price: 28, stock: 20 });
  return business;
}
