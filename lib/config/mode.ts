/** Whether Moked talks to the real world or to simulators on this machine. */
export type Mode = "simulation" | "live";

/** An environment as processes have it: every value a string or absent. */
export type Env = Readonly<Record<string, string | undefined>>;

export type ModeDecision =
  | { kind: "simulation" }
  | { kind: "live"; publicHost: string }
  | { kind: "refused"; reason: string };

/** Names that only make sense against the real services; any of them without PUBLIC_HOST is a half-made live setup. */
export const providerKeys = [
  "TWILIO_ACCOUNT_SID",
  "TWILIO_AUTH_TOKEN",
  "TWILIO_WHATSAPP_NUMBER",
  "TWILIO_WA_FROM",
  "TWILIO_WHATSAPP_FROM",
  "OPENAI_API_KEY",
  "GOOGLE_TTS_SA_JSON",
  "GOOGLE_CLOUD_SERVICE_ACCOUNT_JSON",
] as const;

/**
 * Decides the mode from what the operator set: nothing set is a simulation, PUBLIC_HOST is live,
 * provider keys without PUBLIC_HOST are refused (a real key must never be spent by a demo).
 */
export function decideMode(env: Env): ModeDecision {
  const publicHost = settingOf(env, "PUBLIC_HOST");
  if (publicHost !== undefined) {
    const origin = parsePublicHost(publicHost);
    return origin.ok ? { kind: "live", publicHost: origin.value } : { kind: "refused", reason: origin.reason };
  }
  const keys = providerKeys.filter((name) => settingOf(env, name) !== undefined);
  if (keys.length === 0) return { kind: "simulation" };
  return {
    kind: "refused",
    reason:
      `${keys.join(", ")} ${keys.length === 1 ? "is" : "are"} set but PUBLIC_HOST is not. ` +
      "For live mode set PUBLIC_HOST to the address that callers' providers reach, for example https://moked.example.co.il; " +
      `for a simulation on this machine unset ${keys.length === 1 ? "it" : "them"}.`,
  };
}

/**
 * The mode inside a process of the product. The supervisor hands MOKED_MODE to what it starts (a simulation's
 * children have keys and a PUBLIC_HOST too); without it the environment itself decides.
 */
export function modeOf(env: Env): ModeDecision {
  const given = settingOf(env, "MOKED_MODE");
  if (given === undefined || given === "live") return decideMode(env);
  if (given === "simulation") return { kind: "simulation" };
  return { kind: "refused", reason: `MOKED_MODE is "${given}"; it is simulation or live.` };
}

/**
 * PUBLIC_HOST as an origin without a trailing slash. A bare host name means https; http is for loopback hosts only,
 * because call tokens and signatures travel over it.
 */
export function parsePublicHost(raw: string): { ok: true; value: string } | { ok: false; reason: string } {
  const wrong = (why: string) =>
    ({ ok: false, reason: `PUBLIC_HOST is "${raw}": ${why}. Example: https://moked.example.co.il` }) as const;
  const withScheme = raw.includes("://") ? raw : `https://${raw}`;
  if (!URL.canParse(withScheme)) return wrong("not an address");
  const url = new URL(withScheme);
  if (url.protocol !== "https:" && url.protocol !== "http:") return wrong("only http and https are understood");
  if (url.pathname !== "/" || url.search !== "" || url.hash !== "") return wrong("a host only, without a path");
  if (url.username !== "" || url.password !== "") return wrong("no user or password belongs in it");
  if (url.protocol === "http:" && !isLoopback(url.hostname)) return wrong("http is allowed for loopback hosts only");
  return { ok: true, value: url.origin };
}

/** Whether a host name means this machine itself. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d{1,3}){3}$/.test(hostname);
}

/** The value of a name, where blank counts as not set. */
export function settingOf(env: Env, name: string): string | undefined {
  const value = env[name]?.trim();
  return value === undefined || value === "" ? undefined : value;
}
