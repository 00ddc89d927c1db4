import type OpenAI from "openai";
import { ProviderFailed } from "../../../errors.ts";
import { Deadline } from "../../deadline.ts";
import { askTwice, type OpenAiAccess, openAiClient, openAiFailure } from "../../vendors/openai.ts";
import type { ChatEvent, ChatRequest, ExtractRequest, LanguageModel } from "../types.ts";
import { toEndReason, toExtractParams, toParams } from "./map.ts";
import { ToolCallAssembly } from "./tool-calls.ts";

/**
 * Longer than this without a token, a retry included, nobody on the phone waits. Less than the call's own patience, so
 * that it fails here and the turn can still be answered without a model.
 */
const TOKEN_DEADLINE_MS = 4500;
/** A whole answer, for which nobody waits on the line. */
const EXTRACT_DEADLINE_MS = 45_000;
const CHECK_DEADLINE_MS = 3000;

/** Chat completions, streamed. */
export function openAiLanguageModel({ model, ...access }: OpenAiAccess & { model: string }): LanguageModel {
  const client = openAiClient(access);
  return {
    name: `openai ${model}`,
    stream: (request, signal) => streamAnswer(client, model, request, signal),
    extract: (request, signal) => extractAnswer(client, model, request, signal),
    check: (signal) => askForModel(client, model, signal),
  };
}

async function* streamAnswer(
  client: OpenAI,
  model: string,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  signal.throwIfAborted();
  const deadline = new Deadline(signal, TOKEN_DEADLINE_MS);
  try {
    const params = toParams(model, request);
    const options = { signal: deadline.signal };
    const stream = await askTwice(() => client.chat.completions.create(params, options), deadline.signal);
    const calls = new ToolCallAssembly();
    let speaking = false;
    let reason: ReturnType<typeof toEndReason> = null;
    for await (const chunk of stream) {
      deadline.touch();
      const choice = chunk.choices[0];
      if (!choice) continue;
      const { content, tool_calls: pieces = [] } = choice.delta;
      if (content) yield { type: "text", delta: content };
      if (speaking && pieces.length > 0) yield { type: "text_end" };
      speaking = pieces.length === 0 && (speaking || Boolean(content));
      calls.add(pieces);
      reason = toEndReason(choice.finish_reason) ?? reason;
    }
    // The client ends its stream quietly when it was aborted, and also when the connection was cut.
    deadline.throwIfStopped();
    if (reason === null) throw new ProviderFailed("llm", true, "the answer broke off");
    for (const call of calls.complete()) yield { type: "tool_call", call };
    yield { type: "end", reason };
  } catch (error) {
    throw openAiFailure("llm", error, deadline);
  } finally {
    deadline.done();
  }
}

async function extractAnswer(
  client: OpenAI,
  model: string,
  request: ExtractRequest,
  signal: AbortSignal,
): Promise<unknown> {
  signal.throwIfAborted();
  const deadline = new Deadline(signal, EXTRACT_DEADLINE_MS);
  try {
    const answer = await client.chat.completions.create(toExtractParams(model, request), { signal: deadline.signal });
    const choice = answer.choices[0];
    if (choice?.message.refusal)
      throw new ProviderFailed("llm", false, `it will not answer: ${choice.message.refusal}`);
    if (choice?.finish_reason === "length") throw new ProviderFailed("llm", false, "the answer was cut at its length");
    if (!choice?.message.content) throw new ProviderFailed("llm", true, "the answer is empty");
    return parsed(choice.message.content);
  } catch (error) {
    throw openAiFailure("llm", error, deadline);
  } finally {
    deadline.done();
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

async function askForModel(client: OpenAI, model: string, signal: AbortSignal): Promise<void> {
  const deadline = new Deadline(signal, CHECK_DEADLINE_MS);
  try {
    await client.models.retrieve(model, { signal: deadline.signal });
  } catch (error) {
    throw openAiFailure("llm", error, deadline);
  } finally {
    deadline.done();
  }
}
