import { decideMode, type Env, type Mode, settingOf } from "./mode.ts";
import { type Problem, settingProblems } from "./optional.ts";

/** A service that live mode can do without, and what happens instead. */
export type Degradation = { service: "nlp" | "voice" | "payments" | "mail"; because: string; effect: string };

type Requirement = {
  /** The name to set first, then the names accepted for it. */
  names: readonly [string, ...string[]];
  purpose: string;
  source: string;
  /** What is wrong with a value, or undefined when it is well-formed. */
  check: (value: string) => string | undefined;
  neededWhen?: (env: Env) => boolean;
};

const requirements: readonly Requirement[] = [
  {
    names: ["TWILIO_ACCOUNT_SID"],
    purpose: "the telephone account that calls come from",
    source: "Twilio console, Account Info (starts with AC)",
    check: matching(/^AC[0-9a-zA-Z]{32}$/, "AC followed by 32 characters"),
  },
  {
    names: ["TWILIO_AUTH_TOKEN"],
    purpose: "proves that a webhook really comes from Twilio",
    source: "Twilio console, Account Info, next to the account SID",
    check: matching(/^\S{16,}$/, "at least 16 characters without spaces"),
  },
  {
    names: ["AUTH_SECRET", "NEXTAUTH_SECRET"],
    purpose: "signs the staff's login sessions",
    source: "make one: openssl rand -base64 32",
    check: matching(/^.{16,}$/, "at least 16 characters"),
  },
  {
    names: ["ENCRYPTION_KEY"],
    purpose: "encrypts the keys of paired phones and payment gateway secrets at rest",
    source: "make one and keep it safe: openssl rand -base64 32",
    check: (value) =>
      /^[A-Za-z0-9+/_-]+={0,2}$/.test(value) && Buffer.from(value, "base64").length === 32
        ? undefined
        : "must be 32 bytes in base64",
  },
  {
    names: ["WHATSAPP_PROVIDER"],
    purpose: "who carries WhatsApp messages",
    source: "choose: twilio (official, with a number from Twilio) or baileys (a phone linked by QR code)",
    check: matching(/^(twilio|baileys)$/, "twilio or baileys"),
  },
  {
    names: ["TWILIO_WHATSAPP_NUMBER", "TWILIO_WA_FROM", "TWILIO_WHATSAPP_FROM"],
    purpose: "the business number that WhatsApp messages are sent from",
    source: "Twilio console, Messaging, Senders, WhatsApp senders",
    check: matching(
      /^(whatsapp:)?\+[1-9]\d{7,14}$/,
      "a number such as +972551234567, with or without whatsapp: before it",
    ),
    neededWhen: (env) => settingOf(env, "WHATSAPP_PROVIDER") === "twilio",
  },
];

/** Everything that keeps live mode from starting, all of it at once; empty when it can start. */
export function liveProblems(env: Env): Problem[] {
  const problems: Problem[] = [];
  const decision = decideMode(env);
  if (decision.kind === "refused") problems.push(malformed("PUBLIC_HOST", decision.reason, publicHostNeed));
  for (const requirement of requirements) {
    const problem = problemWith(requirement, env);
    if (problem !== undefined) problems.push(problem);
  }
  const databaseUrl = settingOf(env, "DATABASE_URL");
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\/./.test(databaseUrl)) {
    problems.push(malformed("DATABASE_URL", "must begin with postgres://", databaseNeed));
  }
  if (isTrue(settingOf(env, "BYPASS_TWILIO_SIGNATURE"))) {
    problems.push(
      malformed("BYPASS_TWILIO_SIGNATURE", "is refused in live mode: anyone could forge a call", bypassNeed),
    );
  }
  return [...problems, ...settingProblems(env)];
}

/** One message that names every problem, what the value is for and where to get it. */
export function describeProblems(problems: readonly Problem[], mode: Mode): string {
  const lines = problems.map(({ name, kind, purpose, source, detail }) => {
    const what = kind === "missing" ? "is missing" : `is malformed (${detail ?? "unreadable"})`;
    return `  ${name} ${what}\n      what it is for: ${purpose}\n      where to get it: ${source}`;
  });
  return `Moked cannot start${mode === "live" ? " in live mode" : ""}. Missing or malformed:\n${lines.join("\n")}`;
}

/** Which optional services live mode does without, in words for the operator. */
export function degradations(env: Env): Degradation[] {
  const found: Degradation[] = [];
  const nlpOff = isTrue(settingOf(env, "NLP_DISABLED"));
  if (nlpOff || settingOf(env, "OPENAI_API_KEY") === undefined) {
    found.push({
      service: "nlp",
      because: nlpOff ? "NLP_DISABLED is set" : "OPENAI_API_KEY is not set",
      effect: "callers talk turn by turn with the fallback brain, which takes their name, subject and number",
    });
  }
  const ttsOff = isTrue(settingOf(env, "TTS_DISABLED"));
  const google = settingOf(env, "GOOGLE_TTS_SA_JSON") ?? settingOf(env, "GOOGLE_CLOUD_SERVICE_ACCOUNT_JSON");
  if (ttsOff || google === undefined) {
    found.push({
      service: "voice",
      because: ttsOff ? "TTS_DISABLED is set" : "GOOGLE_TTS_SA_JSON is not set",
      effect: "OpenAI's voice speaks, or, without it, the phone network's own",
    });
  }
  const payments = settingOf(env, "PAYMENTS_ENABLED");
  if (payments !== undefined && !isTrue(payments)) {
    found.push({
      service: "payments",
      because: `PAYMENTS_ENABLED is ${payments}`,
      effect: "nobody is charged: links to pay lead to a page that says so, and orders come without one",
    });
  }
  if (settingOf(env, "SMTP_URL") === undefined) {
    found.push({
      service: "mail",
      because: "SMTP_URL is not set",
      effect: "no e-mail is sent, password links included",
    });
  }
  return found;
}

/** Whether a switch in the environment is on: true or 1. */
export function isTrue(value: string | undefined): boolean {
  return value?.toLowerCase() === "true" || value === "1";
}

const publicHostNeed = {
  purpose: "the address at which providers and staff reach Moked",
  source: "your domain, with https, pointing to this machine",
};
const databaseNeed = {
  purpose: "an own PostgreSQL server (optional: without it Moked runs its own)",
  source: "your database provider",
};
const bypassNeed = { purpose: "skips webhook signatures in a simulation", source: "remove it" };

function problemWith(requirement: Requirement, env: Env): Problem | undefined {
  const { names, purpose, source, check, neededWhen } = requirement;
  if (neededWhen !== undefined && !neededWhen(env)) return undefined;
  const given = names.find((name) => settingOf(env, name) !== undefined);
  if (given === undefined) return { name: names[0], kind: "missing", purpose, source };
  const detail = check(settingOf(env, given) ?? "");
  return detail === undefined ? undefined : malformed(given, detail, { purpose, source });
}

function malformed(name: string, detail: string, need: { purpose: string; source: string }): Problem {
  return { name, kind: "malformed", detail, ...need };
}

function matching(pattern: RegExp, expected: string): (value: string) => string | undefined {
  return (value) => (pattern.test(value) ? undefined : `must be ${expected}`);
}
