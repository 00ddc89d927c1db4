import type { z } from "zod";
import { ApiError } from "../errors.ts";
import { isReasoningModel, requireModel } from "../models.ts";
import { checkMessages } from "./messages.ts";
import { type ChatMessage, type ChatRequest, chatRequest } from "./shape.ts";
import { checkSchema } from "./strict-schema.ts";

/** Reads a chat completion request, refusing with OpenAI's own error what OpenAI refuses. */
export function parseChatRequest(body: Buffer): ChatRequest {
  const parsed = chatRequest.safeParse(parseJson(body));
  if (!parsed.success) throw invalid(parsed.error);
  const request = parsed.data;
  requireModel(request.model, "chat");
  checkLimits(request);
  checkTools(request);
  checkMessages(request.messages);
  checkResponseFormat(request);
  return request;
}

/** The text of a message's content, parts joined. */
export function textOf(value: ChatMessage["content"]): string {
  if (value === null || value === undefined) return "";
  return typeof value === "string" ? value : value.map((part) => part.text).join("");
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch (error) {
    throw new ApiError(400, `We could not parse the JSON body of your request: ${String(error)}`);
  }
}

function invalid(error: z.ZodError): ApiError {
  const issue = error.issues[0];
  const param = (issue?.path ?? []).map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  const where = param.join("").replace(/^\./, "");
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    return new ApiError(400, `Unknown parameter: '${key}'.`, key, "unknown_parameter");
  }
  if (issue?.code === "too_small" && issue.origin === "array") {
    const text = `Invalid '${where}': empty array. Expected an array with minimum length 1, but got an empty array instead.`;
    return new ApiError(400, text, where, "empty_array");
  }
  return new ApiError(400, `Invalid value for '${where}': ${issue?.message ?? "invalid"}`, where, "invalid_value");
}

function checkLimits(request: ChatRequest): void {
  const { max_tokens: old, max_completion_tokens: current, model } = request;
  if (old != null && current != null) {
    const text = "Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.";
    throw new ApiError(400, text, "max_tokens", "invalid_parameter_combination");
  }
  if (isReasoningModel(model)) {
    if (old != null) throw unsupported("max_tokens", "Use 'max_completion_tokens' instead.");
    if (request.temperature != null && request.temperature !== 1)
      throw unsupported("temperature", "Only 1 is supported.");
  } else if (request.reasoning_effort != null) {
    throw unsupported("reasoning_effort", "");
  }
  if (request.stream_options && !request.stream) {
    const text = "The 'stream_options' parameter is only allowed when 'stream' is enabled.";
    throw new ApiError(400, text, "stream_options");
  }
}

function unsupported(param: string, hint: string): ApiError {
  const text = `Unsupported parameter: '${param}' is not supported with this model. ${hint}`.trim();
  return new ApiError(400, text, param, "unsupported_parameter");
}

function checkTools(request: ChatRequest): void {
  const { tools, tool_choice: choice } = request;
  if (!tools) {
    for (const param of ["tool_choice", "parallel_tool_calls"] as const) {
      if (request[param] === undefined) continue;
      throw new ApiError(
        400,
        `Invalid value for '${param}': '${param}' is only allowed when 'tools' are specified.`,
        param,
      );
    }
    return;
  }
  for (const [index, { function: fn }] of tools.entries()) {
    const param = `tools[${index}].function.parameters`;
    if (fn.parameters) checkSchema(fn.parameters, `function '${fn.name}'`, param, fn.strict === true);
  }
  if (typeof choice !== "object" || tools.some((offered) => offered.function.name === choice.function.name)) return;
  const text = `Invalid value for 'tool_choice': no function named '${choice.function.name}' was specified in the 'tools' parameter.`;
  throw new ApiError(400, text, "tool_choice");
}

function checkResponseFormat(request: ChatRequest): void {
  const format = request.response_format;
  if (format?.type === "json_schema") {
    const { name: title, schema, strict } = format.json_schema;
    checkSchema(schema, `response_format '${title}'`, "response_format", strict === true);
  }
  if (format?.type === "json_object" && !request.messages.some((one) => /json/i.test(textOf(one.content)))) {
    const text =
      "'messages' must contain the word 'json' in some form, to use 'response_format' of type 'json_object'.";
    throw new ApiError(400, text, "messages");
  }
}
