/** Starts the simulators of OpenAI, Google's voices, the mail, WhatsApp Web, PayPal and Tranzila in one process. Run by the supervisor in simulation. */
import { z } from "zod";
import { faultsFromText } from "./common/faults.ts";
import { PROFILES } from "./common/latency.ts";
import { startGoogleTts } from "./google-tts/index.ts";
import { startMail } from "./mail/server.ts";
import { startOpenAi } from "./openai/server.ts";
import { startPayPal } from "./paypal/index.ts";
import { startTranzila } from "./tranzila/index.ts";
import { startWhatsAppWeb } from "./whatsapp-web/index.ts";

const port = z.coerce.number().int().min(0).max(65_535).default(0);
const word = z.string().min(1);
/** A list as JSON; nothing is none. */
function listOf<T extends z.ZodType>(one: T) {
  return z
    .string()
    .default("[]")
    .transform((text): unknown => JSON.parse(text))
    .pipe(z.array(one));
}
const environment = z.object({
  SIM_PORT_OPENAI: port,
  SIM_PORT_TTS: port,
  SIM_PORT_SMTP: port,
  SIM_PORT_MAILBOX: port,
  SIM_PORT_WHATSAPP: port,
  SIM_PORT_WHATSAPP_MEDIA: port,
  SIM_WHATSAPP_ROOT_KEY: z.hex().length(64).optional(),
  SIM_PORT_PAYPAL: port,
  SIM_PORT_TRANZILA: port,
  SIM_PAYPAL_ROOT_KEY: z.hex().length(64).optional(),
  SIM_PAYPAL_APPS: listOf(z.object({ clientId: word, clientSecret: word, webhookId: word, webhookUrl: z.url() })),
  SIM_TRANZILA_TERMINALS: listOf(z.object({ name: word, appKey: word, secret: word, fields: z.array(word) })),
  OPENAI_API_KEY: z.string().min(1),
  GOOGLE_TTS_SA_JSON: z.string().min(1),
  SIM_LATENCY: z.enum(PROFILES).default("typical"),
  SIM_FAULTS: z.string().optional(),
  SIM_SEED: z.coerce.number().int().default(1),
  SIM_TTS_CHIRP: z.stringbool().default(false),
});

const env = environment.parse(process.env);
const faults = faultsFromText(env.SIM_FAULTS);
const common = { latency: env.SIM_LATENCY, faults };

const [openai, tts, mail, whatsapp, paypal, tranzila] = await Promise.all([
  startOpenAi({ ...common, apiKey: env.OPENAI_API_KEY, port: env.SIM_PORT_OPENAI, seed: env.SIM_SEED }),
  startGoogleTts({
    ...common,
    serviceAccountJson: env.GOOGLE_TTS_SA_JSON,
    port: env.SIM_PORT_TTS,
    seed: env.SIM_SEED + 1,
    withChirp: env.SIM_TTS_CHIRP,
  }),
  startMail({ faults, smtpPort: env.SIM_PORT_SMTP, mailboxPort: env.SIM_PORT_MAILBOX }),
  startWhatsAppWeb({
    port: env.SIM_PORT_WHATSAPP,
    mediaPort: env.SIM_PORT_WHATSAPP_MEDIA,
    rootKey: env.SIM_WHATSAPP_ROOT_KEY,
  }),
  startPayPal({ faults, port: env.SIM_PORT_PAYPAL, rootKey: env.SIM_PAYPAL_ROOT_KEY, apps: env.SIM_PAYPAL_APPS }),
  startTranzila({ faults, port: env.SIM_PORT_TRANZILA, terminals: env.SIM_TRANZILA_TERMINALS }),
]);

const ports = {
  ...{ openai: openai.port, tts: tts.port, smtp: mail.smtpPort, mailbox: mail.port, whatsapp: whatsapp.port },
  ...{ paypal: paypal.port, tranzila: tranzila.port },
};
console.log(JSON.stringify({ ready: true, ports }));

let closing = false;
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    // The supervisor's group may be told twice; the first time is enough.
    if (closing) return;
    closing = true;
    const all = [openai, tts, mail, whatsapp, paypal, tranzila];
    Promise.all(all.map((one) => one.close())).then(() => process.exit(0));
  });
}
