import { randomBytes } from "node:crypto";
import type { ServerResponse } from "node:http";
import { type FaultKind, SLOW_MS } from "../../common/faults.ts";
import { now, type SimRequest, sendJson } from "../../common/http.ts";
import { cut, pause } from "../../common/pause.ts";
import type { OpenAiDeps } from "../deps.ts";
import { spoilt } from "./nonsense.ts";
import { decide } from "./policy.ts";
import { parseChatRequest, textOf } from "./request.ts";
import type { ChatRequest } from "./shape.ts";
import { countTokens, type Delta, type FinishReason, type Generation, generate } from "./tokens.ts";

/** How a request ended: the status that the log keeps (499: the client left) and the tokens it had got by then. */
interface Outcome {
  status: number;
  detail: Record<string, unknown>;
}

/** POST /v1/chat/completions. The fault `cut` is a connection that breaks after a few tokens; most others spoil the answer. */
export async function handleChat(
  request: SimRequest,
  deps: OpenAiDeps,
  fault: FaultKind<"model"> | null,
): Promise<Outcome> {
  const cutShort = fault === "cut";
  const { res } = request;
  const chat = parseChatRequest(request.body);
  const generation = generate(
    spoilt(decide(chat), fault, chat),
    chat.max_completion_tokens ?? chat.max_tokens ?? Number.POSITIVE_INFINITY,
    chat,
  );
  const slowMs = fault === "slow" ? SLOW_MS : 0;
  const pace = { first: request.at + deps.latency.firstMs("model") + slowMs, perToken: deps.latency.perTokenMs() };
  const id = `chatcmpl-${randomBytes(15).toString("base64url")}`;
  const answer: Answer = { chat, generation, id, res, written: [] };
  const sent = chat.stream ? await stream(answer, pace, cutShort) : await complete(answer, pace, cutShort);
  const left = sent < generation.deltas.length;
  return {
    status: left ? 499 : 200,
    detail: {
      model: chat.model,
      stream: chat.stream === true,
      tokens: sent,
      cancelled: left && !cutShort,
      text: generation.text,
      calls: generation.calls.map((call) => call.name),
      firstTokenAt: pace.first,
      asked: textOf(chat.messages.findLast((message) => message.role === "user")?.content ?? ""),
      written: answer.written,
    },
  };
}

interface Answer {
  chat: ChatRequest;
  generation: Generation;
  id: string;
  res: ServerResponse;
  /** How much of the text had been sent, and when: the end of each token and its time, epoch milliseconds. */
  written: { chars: number; at: number }[];
}

type Pace = { first: number; perToken: number };

async function complete({ chat, generation, id, res }: Answer, pace: Pace, cutShort: boolean): Promise<number> {
  const tokens = generation.deltas.length;
  if (!(await pause(pace.first + tokens * pace.perToken - now(), res))) return 0;
  if (cutShort) {
    await cut(res);
    return 0;
  }
  const calls = generation.calls.map(({ id: callId, name, arguments: args }) => ({
    id: callId,
    type: "function",
    function: { name, arguments: args },
  }));
  sendJson(res, 200, {
    id,
    object: "chat.completion",
    created: Math.floor(Date.now() / 1000),
    model: snapshot(chat.model),
    choices: [
      {
        index: 0,
        message: {
          role: "assistant",
          content: generation.text || (calls.length > 0 ? null : ""),
          refusal: null,
          annotations: [],
          ...(calls.length > 0 ? { tool_calls: calls } : {}),
        },
        logprobs: null,
        finish_reason: generation.finish,
      },
    ],
    usage: usage(chat, tokens),
    service_tier: "default",
    system_fingerprint: FINGERPRINT,
  });
  return tokens;
}

// Each token has its own due time from the first, so that a late timer does not delay all that follow.
async function stream({ chat, generation, id, res, written }: Answer, pace: Pace, cutShort: boolean): Promise<number> {
  let chars = 0;
  const base = {
    id,
    object: "chat.completion.chunk",
    created: Math.floor(Date.now() / 1000),
    model: snapshot(chat.model),
    service_tier: "default",
    system_fingerprint: FINGERPRINT,
  };
  const withUsage = chat.stream_options?.include_usage === true;
  const chunk = (delta: Delta | { role: string; content: string | null }, finish: FinishReason | null): void => {
    const choices = [{ index: 0, delta, logprobs: null, finish_reason: finish }];
    res.write(`data: ${JSON.stringify({ ...base, choices, ...(withUsage ? { usage: null } : {}) })}\n\n`);
  };
  if (!(await pause(pace.first - now(), res))) return 0;
  res.writeHead(200, {
    "content-type": "text/event-stream; charset=utf-8",
    "cache-control": "no-cache",
    "x-request-id": id,
  });
  chunk({ role: "assistant", content: generation.text === "" && generation.calls.length > 0 ? null : "" }, null);
  for (const [index, delta] of generation.deltas.entries()) {
    if (!(await pause(pace.first + index * pace.perToken - now(), res))) return index;
    if (cutShort && index >= 3) {
      await cut(res);
      return index;
    }
    chunk(delta, null);
    chars += delta.content?.length ?? 0;
    written.push({ chars, at: now() });
  }
  chunk({}, generation.finish);
  if (withUsage) {
    res.write(`data: ${JSON.stringify({ ...base, choices: [], usage: usage(chat, generation.deltas.length) })}\n\n`);
  }
  res.end("data: [DONE]\n\n");
  return generation.deltas.length;
}

const FINGERPRINT = "fp_simulator";

// The API names the dated snapshot that an alias stands for.
function snapshot(model: string): string {
  if (model === "gpt-4o") return "gpt-4o-2024-08-06";
  return model === "gpt-4o-mini" ? "gpt-4o-mini-2024-07-18" : model;
}

function usage(chat: ChatRequest, completionTokens: number): object {
  const texts = chat.messages.map((message) => textOf(message.content));
  const prompt =
    texts.reduce((sum, text) => sum + countTokens(text) + 4, 0) + countTokens(JSON.stringify(chat.tools ?? ""));
  return {
    prompt_tokens: prompt,
    completion_tokens: completionTokens,
    total_tokens: prompt + completionTokens,
    prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
    completion_tokens_details: {
      reasoning_tokens: 0,
      audio_tokens: 0,
      accepted_prediction_tokens: 0,
      rejected_prediction_tokens: 0,
    },
  };
}
