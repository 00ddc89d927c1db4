import { env } from "../config/env.ts";
import { hasGateway, isAlive, pingDatabase, whatsappStates } from "../db/system.ts";

type PartState = "ok" | "down" | "disabled" | "not_configured";

export interface Readiness {
  status: "ok" | "degraded" | "down";
  mode: "simulation" | "live";
  db: PartState;
  openai: PartState;
  stt: PartState;
  llm: PartState;
  tts: PartState;
  telephony: PartState;
  whatsapp: PartState;
  payments: PartState;
  jobs: PartState;
}

const JOBS_SILENT_SECONDS = 20;

/** What /readyz says: `down` without database or jobs; `degraded` when an optional service is missing or switched off. */
export async function readiness(): Promise<Readiness> {
  const config = env();
  const db = await answers(() => pingDatabase());
  const jobs =
    db === "ok" &&
    (await answers(async () => {
      if (!(await isAlive("jobs", JOBS_SILENT_SECONDS))) throw new Error("no worker");
    })) === "ok"
      ? "ok"
      : "down";
  const openai = config.OPENAI_API_KEY ? "ok" : "not_configured";
  const nlp = config.NLP_DISABLED ? "disabled" : openai;
  const tts = config.TTS_DISABLED ? "disabled" : config.googleServiceAccount ? "ok" : openai;
  const parts = {
    db,
    openai,
    stt: openai,
    llm: nlp,
    tts,
    telephony: config.TWILIO_ACCOUNT_SID ? "ok" : "not_configured",
    whatsapp: db === "ok" ? await whatsappState(config) : "down",
    payments: config.PAYMENTS_ENABLED ? (db === "ok" ? await paymentsState() : "down") : "disabled",
    jobs,
  } as const;
  const degraded = [parts.stt, parts.llm, parts.tts, parts.telephony].some((state) => state !== "ok");
  const status = db !== "ok" || jobs !== "ok" ? "down" : degraded ? "degraded" : "ok";
  return { status, mode: config.MOKED_MODE, ...parts };
}

/** Of all businesses together: a paired phone that should be connected and is not counts first. */
async function whatsappState({
  TWILIO_ACCOUNT_SID,
  WHATSAPP_PROVIDER,
  whatsappNumber,
}: ReturnType<typeof env>): Promise<PartState> {
  const { WORKING: working = 0, ...others } = await whatsappStates();
  if (Object.values(others).some((phones) => phones > 0)) return "down";
  const overTwilio = TWILIO_ACCOUNT_SID !== undefined && WHATSAPP_PROVIDER === "twilio" && whatsappNumber !== undefined;
  return overTwilio || working > 0 ? "ok" : "not_configured";
}

async function paymentsState(): Promise<PartState> {
  return (await hasGateway()) ? "ok" : "not_configured";
}

async function answers(ask: () => Promise<unknown>): Promise<"ok" | "down"> {
  try {
    await ask();
    return "ok";
  } catch {
    return "down";
  }
}
