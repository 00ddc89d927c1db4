/**
 * The only reader of process.env in the product. Everything that is optional has its real default here.
 * Whether the required names are there is decided before the start, all at once, in requirements.ts.
 */
import { z } from "zod";
import { parseFilesUrl } from "./files-place.ts";

const port = z.coerce.number().int().min(1).max(65535);
const flag = z
  .string()
  .toLowerCase()
  .pipe(z.enum(["true", "false", "1", "0", ""]))
  .transform((value) => value === "true" || value === "1");
const list = z.string().transform((value) =>
  value
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean),
);

const schema = z
  .object({
    MOKED_MODE: z.enum(["simulation", "live"]).default("live"),
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    ROLES: list.default(["edge", "media", "events", "jobs", "whatsapp"]),
    PORT: port.default(3000),
    /** Our supervisor holds PORT and hands us its connections. */
    EDGE_TAKES_CONNECTIONS: flag.default(false),
    NEXT_PORT: port.default(3001),
    /** Media streams that one process takes at once; how many some processors carry is in docs/measured.md. */
    MAX_STREAMS: z.coerce.number().int().min(1).max(1000).default(200),
    PUBLIC_HOST: z.string().default("http://localhost:3000"),
    DATA_DIR: z.string().default(".data"),
    LOG_DIR: z.string().default("logs"),
    LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    DATABASE_URL: z.string().optional(),
    DATABASE_APP_URL: z.string().optional(),
    AUTH_SECRET: z.string().optional(),
    NEXTAUTH_SECRET: z.string().optional(),
    ENCRYPTION_KEY: z.string().optional(),
    TWILIO_ACCOUNT_SID: z.string().default(""),
    TWILIO_AUTH_TOKEN: z.string().default(""),
    TWILIO_BASE_URL: z.url().default("https://api.twilio.com"),
    BYPASS_TWILIO_SIGNATURE: flag.default(false),
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_BASE_URL: z.url().default("https://api.openai.com/v1"),
    STT_BASE_URL: z.url().optional(),
    OPENAI_CHAT_MODEL: z.string().default("gpt-4o"),
    OPENAI_TRANSCRIBE_MODEL: z.string().default("gpt-4o-transcribe"),
    OPENAI_TTS_MODEL: z.string().default("gpt-4o-mini-tts"),
    NLP_DISABLED: flag.default(false),
    TTS_DISABLED: flag.default(false),
    GOOGLE_TTS_VOICE: z.string().optional(),
    GOOGLE_TTS_SA_JSON: z.string().optional(),
    GOOGLE_CLOUD_SERVICE_ACCOUNT_JSON: z.string().optional(),
    GOOGLE_TTS_BASE_URL: z.url().default("https://texttospeech.googleapis.com"),
    SMTP_URL: z.string().optional(),
    CORS_ORIGINS: list.default([]),
    METRICS_TOKEN: z.string().optional(),
    WHATSAPP_PROVIDER: z.enum(["baileys", "twilio"]).optional(),
    /** Where WhatsApp Web is met, and the key that its certificate is signed with (hex); its own when not set. */
    WHATSAPP_WEB_URL: z.url().optional(),
    WHATSAPP_WEB_PUBLIC_KEY: z
      .string()
      .regex(/^[0-9a-f]{64}$/i)
      .optional(),
    TWILIO_WHATSAPP_NUMBER: z.string().optional(),
    TWILIO_WA_FROM: z.string().optional(),
    TWILIO_WHATSAPP_FROM: z.string().optional(),
    /** file:… or s3:…; a folder in DATA_DIR when not set. */
    FILES_URL: z
      .string()
      .transform((text, context) => {
        const parsed = parseFilesUrl(text);
        if (parsed.ok) return parsed.place;
        context.addIssue({ code: "custom", message: parsed.reason });
        return z.NEVER;
      })
      .optional(),
    AWS_ACCESS_KEY_ID: z.string().default(""),
    AWS_SECRET_ACCESS_KEY: z.string().default(""),
    AWS_SESSION_TOKEN: z.string().optional(),
    /** Off: payment links lead to a page that says so. Which gateways a business has is the business's own matter. */
    PAYMENTS_ENABLED: flag.default(true),
    PAYPAL_BASE_URL: z.url().default("https://api-m.paypal.com"),
    /** Where PayPal's certificates may lie: names, `*.` in front for all below one. */
    PAYPAL_CERT_HOSTS: list.default(["*.paypal.com"]),
    /** A PEM file with the authorities that PayPal's certificates are traced to; those that Node trusts when not set. */
    PAYPAL_CA_FILE: z.string().optional(),
    TRANZILA_PAGE_URL: z.url().default("https://direct.tranzila.com"),
    TRANZILA_API_URL: z.url().default("https://api.tranzila.com"),
    TRANZILA_REPORT_URL: z.url().default("https://report.tranzila.com"),
    GIT_COMMIT: z.string().default("unknown"),
    BUILD_TIME: z.string().default("unknown"),
  })
  .transform((raw) => ({
    ...raw,
    publicUrl: publicUrl(raw.PUBLIC_HOST),
    authSecret: raw.AUTH_SECRET ?? raw.NEXTAUTH_SECRET ?? "",
    sttBaseUrl: raw.STT_BASE_URL ?? raw.OPENAI_BASE_URL,
    googleServiceAccount: raw.GOOGLE_TTS_SA_JSON ?? raw.GOOGLE_CLOUD_SERVICE_ACCOUNT_JSON,
    whatsappNumber: raw.TWILIO_WHATSAPP_NUMBER ?? raw.TWILIO_WA_FROM ?? raw.TWILIO_WHATSAPP_FROM,
  }));

export type Env = z.infer<typeof schema>;

/** Parses an environment; empty values count as not set. Throws z.ZodError naming every bad value at once. */
export function parseEnv(source: Record<string, string | undefined>): Env {
  return schema.parse(
    Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== "")),
  );
}

const cache: { env?: Env } = {};

/** This process's configuration, read once, at the first question (a build has no environment). */
export function env(): Env {
  cache.env ??= parseEnv(process.env);
  return cache.env;
}

/** The origin that people and providers use, without a slash at the end. A bare host name means https. */
function publicUrl(host: string): URL {
  return new URL(/^[a-z]+:\/\//.test(host) ? host : `https://${host}`);
}
