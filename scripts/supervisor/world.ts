import { createHmac } from "node:crypto";
import type { Env } from "#lib/config/mode.ts";
import type { NumberInput } from "#simulators/phone/numbers.ts";
import { mediaCertificate } from "#simulators/whatsapp-web/media/certificate.ts";
import { keysOf } from "#simulators/whatsapp-web/wire/keys.ts";
import { paymentSimulators } from "./payments-world.ts";
import type { Plan } from "./plan.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

/** The demo business's numbers in the simulated telephone network. */
export const simulatedNumbers = { business: "+97237220000", whatsapp: "+972555000000" } as const;

/** What `.data/simulation.json` tells about the simulated world to whoever wants to ring or write to it. */
export type SimulationFile = {
  account_sid: string;
  auth_token: string;
  business_number: string;
  sms_number: string;
  whatsapp_number: string;
  public_url: string;
  ports: Partial<Ports>;
  /** Calls and messages are on one server, with one control door: `phone`. */
  urls: {
    phone: string;
    messages: string;
    openai: string;
    tts: string;
    mailbox: string;
    smtp: string;
    /** WhatsApp Web's control door. */
    whatsapp: string;
    paypal: string;
    tranzila: string;
  };
  whatsapp_web: WhatsAppWebSettings;
};

/** What a client of the simulated WhatsApp Web has to be told. */
type WhatsAppWebSettings = { url: string; public_key: string };

/** Where WhatsApp Web is, and the key that its server proves. */
export function whatsAppWeb(secrets: Secrets, ports: Partial<Ports>): WhatsAppWebSettings {
  return {
    url: `ws://127.0.0.1:${ports.whatsapp}/ws/chat`,
    public_key: keysOf(whatsAppRootKey(secrets)).publicKey.toString("hex"),
  };
}

/** The certificate of WhatsApp's simulated media host, which signs itself. */
export function whatsAppMediaCertificate(secrets: Secrets): string {
  return mediaCertificate(whatsAppRootKey(secrets)).certificate;
}

/** Derived, so that installations that were made before this simulator have one, too. */
function whatsAppRootKey({ authSecret }: Secrets): Buffer {
  return createHmac("sha256", authSecret).update("simulated WhatsApp Web").digest();
}

/** Describes the simulated world of a running product. */
export function simulationFile(plan: Plan, secrets: Secrets, ports: Partial<Ports>): SimulationFile {
  const local = (port: number | undefined) => `http://127.0.0.1:${port}`;
  return {
    account_sid: secrets.twilioAccountSid,
    auth_token: secrets.twilioAuthToken,
    business_number: simulatedNumbers.business,
    sms_number: simulatedNumbers.business,
    whatsapp_number: simulatedNumbers.whatsapp,
    public_url: plan.publicUrl,
    ports,
    urls: {
      phone: local(ports.phone),
      messages: `${local(ports.phone)}/_sim/messages`,
      openai: local(ports.openai),
      tts: local(ports.tts),
      mailbox: `http://localhost:${ports.mailbox}`,
      smtp: `smtp://127.0.0.1:${ports.smtp}`,
      whatsapp: local(ports.whatsapp),
      paypal: local(ports.paypal),
      tranzila: local(ports.tranzila),
    },
    whatsapp_web: whatsAppWeb(secrets, ports),
  };
}

/** What the simulators are started with: their ports, the keys they check, and where the demo business's numbers lead. */
export function simulatorSettings(plan: Plan, secrets: Secrets, ports: Ports, given: Env): Record<string, string> {
  const webhook = `${plan.publicUrl}/webhook`;
  const numbers: NumberInput[] = [
    {
      number: simulatedNumbers.business,
      voiceUrl: `${webhook}/incoming_call`,
      voiceFallbackUrl: `${webhook}/voice_fallback`,
      statusCallback: `${webhook}/call_status`,
      smsUrl: `${webhook}/sms/incoming`,
    },
    {
      number: simulatedNumbers.whatsapp,
      whatsappUrl: `${webhook}/whatsapp/incoming`,
      whatsappStatusCallback: `${webhook}/whatsapp/status`,
    },
  ];
  return {
    SIM_PORT_PHONE: String(ports.phone),
    SIM_PORT_OPENAI: String(ports.openai),
    SIM_PORT_TTS: String(ports.tts),
    SIM_PORT_SMTP: String(ports.smtp),
    SIM_PORT_MAILBOX: String(ports.mailbox),
    SIM_PORT_WHATSAPP: String(ports.whatsapp),
    SIM_PORT_WHATSAPP_MEDIA: String(ports.whatsappMedia),
    SIM_WHATSAPP_ROOT_KEY: whatsAppRootKey(secrets).toString("hex"),
    ...paymentSimulators(plan, secrets, ports),
    SIM_NUMBERS: JSON.stringify(numbers),
    SIM_LATENCY: given.SIM_LATENCY ?? "typical",
    TWILIO_ACCOUNT_SID: secrets.twilioAccountSid,
    TWILIO_AUTH_TOKEN: secrets.twilioAuthToken,
    OPENAI_API_KEY: secrets.openaiKey,
    GOOGLE_TTS_SA_JSON: googleServiceAccount(secrets, ports),
    ...(given.SIM_FAULTS === undefined ? {} : { SIM_FAULTS: given.SIM_FAULTS }),
  };
}

/** A service account in Google's own form, whose token address is the simulator. */
export function googleServiceAccount(secrets: Secrets, ports: Ports): string {
  const address = "moked@moked-simulation.iam.gserviceaccount.com";
  return JSON.stringify({
    type: "service_account",
    project_id: "moked-simulation",
    private_key_id: "moked-simulation",
    private_key: secrets.googlePrivateKey,
    client_email: address,
    client_id: "100000000000000000000",
    token_uri: `http://127.0.0.1:${ports.tts}/token`,
    universe_domain: "googleapis.com",
  });
}
