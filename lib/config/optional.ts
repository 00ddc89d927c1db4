/** Settings that nobody has to make; but what is made must be understood before anything starts. */
import { readFileSync } from "node:fs";
import { parseFilesUrl } from "./files-place.ts";
import { type Env, isLoopback, settingOf } from "./mode.ts";

/** Something that keeps Moked from starting. */
export type Problem = { name: string; kind: "missing" | "malformed"; purpose: string; source: string; detail?: string };

type Setting = {
  names: readonly string[];
  purpose: string;
  source: string;
  check: (value: string) => string | undefined;
};

const LOG_LEVELS = ["fatal", "error", "warn", "info", "debug", "trace", "silent"];

const settings: readonly Setting[] = [
  {
    names: ["NLP_DISABLED", "TTS_DISABLED", "PAYMENTS_ENABLED", "BYPASS_TWILIO_SIGNATURE"],
    purpose: "a switch",
    source: "set it to true or false, or remove it",
    check: (value) => (isSwitch(value) ? undefined : "must be true or false"),
  },
  {
    names: [
      ...["OPENAI_BASE_URL", "STT_BASE_URL", "TWILIO_BASE_URL", "GOOGLE_TTS_BASE_URL"],
      ...["PAYPAL_BASE_URL", "TRANZILA_PAGE_URL", "TRANZILA_API_URL", "TRANZILA_REPORT_URL"],
    ],
    purpose: "another address for a service (a proxy, an own server); its key travels there",
    source: "remove it to use the service's own address",
    check: serviceAddress,
  },
  {
    names: ["WHATSAPP_WEB_URL"],
    purpose: "another address for WhatsApp Web (a proxy, a simulator)",
    source: "remove it to use WhatsApp's own address",
    check: (value) =>
      /^wss?:\/\/./.test(value) && URL.canParse(value) ? undefined : "must begin with wss:// or ws://",
  },
  {
    names: ["WHATSAPP_WEB_PUBLIC_KEY"],
    purpose: "whose certificate is trusted at that address",
    source: "remove it to trust WhatsApp's own",
    check: (value) => (/^[0-9a-f]{64}$/i.test(value) ? undefined : "must be 32 bytes in hex"),
  },
  {
    names: ["GOOGLE_TTS_SA_JSON", "GOOGLE_CLOUD_SERVICE_ACCOUNT_JSON"],
    purpose: "the Google service account that speaks",
    source: "Google Cloud console, IAM, Service accounts, Keys (JSON); the file's content, not its name",
    check: (value) => (isServiceAccount(value) ? undefined : "must be the content of a service account's key file"),
  },
  {
    names: ["SMTP_URL"],
    purpose: "where e-mail is sent from, password links among it",
    source: "your mail provider: smtp://user:password@host:587 or smtps://…",
    check: (value) => (/^smtps?:\/\/./.test(value) ? undefined : "must begin with smtp:// or smtps://"),
  },
  {
    names: ["FILES_URL"],
    purpose: "where pictures, voice notes and documents are kept",
    source: "remove it to keep them in DATA_DIR; a bucket's name, region and endpoint are in its provider's console",
    check: wrongFilesUrl,
  },
  {
    names: ["PAYPAL_CA_FILE"],
    purpose: "the authorities that PayPal's certificates are traced to",
    source: "remove it to trust those that Node trusts; else the name of a PEM file",
    check: (value) => (holdsCertificates(value) ? undefined : "must be the name of a PEM file with certificates"),
  },
  {
    names: ["MAX_STREAMS"],
    purpose: "how many calls one process takes over a media stream at once",
    source: "remove it for 200, or set what your processor carries (docs/operating.md)",
    check: (value) => (/^([1-9]\d{0,2}|1000)$/.test(value) ? undefined : "must be a whole number from 1 to 1000"),
  },
  {
    names: ["LOG_LEVEL"],
    purpose: "how much is logged",
    source: `one of ${LOG_LEVELS.join(", ")}`,
    check: (value) => (LOG_LEVELS.includes(value) ? undefined : "is no such level"),
  },
];

/** Optional settings that were made but cannot be understood, all of them at once. */
export function settingProblems(env: Env): Problem[] {
  const malformed = settings.flatMap(({ names, purpose, source, check }) =>
    names.flatMap((name): Problem[] => {
      const value = settingOf(env, name);
      const detail = value === undefined ? undefined : check(value);
      return detail === undefined ? [] : [{ name, kind: "malformed", detail, purpose, source }];
    }),
  );
  return [...malformed, ...missingBucketKeys(env)];
}

/** A bucket opens to its keys only. */
function missingBucketKeys(env: Env): Problem[] {
  const parsed = parseFilesUrl(settingOf(env, "FILES_URL") ?? "");
  if (!parsed.ok || parsed.place.kind !== "s3") return [];
  return ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]
    .filter((name) => settingOf(env, name) === undefined)
    .map((name) => ({
      name,
      kind: "missing",
      purpose: "opens the bucket that FILES_URL names",
      source: "your storage provider's console: a key that may read, write and delete in that bucket",
    }));
}

function wrongFilesUrl(value: string): string | undefined {
  const parsed = parseFilesUrl(value);
  return parsed.ok ? undefined : parsed.reason;
}

function holdsCertificates(path: string): boolean {
  try {
    return readFileSync(path, "utf8").includes("-----BEGIN CERTIFICATE-----");
  } catch {
    return false;
  }
}

function isSwitch(value: string): boolean {
  return ["true", "false", "1", "0"].includes(value.toLowerCase());
}

function serviceAddress(value: string): string | undefined {
  if (!URL.canParse(value)) return "must be an address such as https://proxy.example.co.il";
  const { protocol, hostname } = new URL(value);
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return undefined;
  return protocol === "http:" ? "http is allowed for loopback hosts only" : "only http and https are understood";
}

function isServiceAccount(value: string): boolean {
  try {
    const account: unknown = JSON.parse(value);
    return typeof account === "object" && account !== null && "client_email" in account && "private_key" in account;
  } catch {
    return false;
  }
}
