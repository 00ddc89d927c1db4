import type { Env } from "../../config/env.ts";
import { openAiLanguageModel } from "./openai/model.ts";
import type { LanguageModel } from "./types.ts";

/** The configured language model; null when there is none (no key, or NLP_DISABLED): the fallback brain talks then. */
export function createLanguageModel(env: Env): LanguageModel | null {
  if (env.NLP_DISABLED || !env.OPENAI_API_KEY) return null;
  return openAiLanguageModel({
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL,
    model: env.OPENAI_CHAT_MODEL,
  });
}
