/** The port to a language model: what the agent needs, in our own words. */

export type ChatMessage =
  | { role: "system"; text: string }
  | { role: "user"; text: string }
  | { role: "assistant"; text: string; toolCalls: ToolCall[] }
  | { role: "tool"; callId: string; result: string };

export interface ToolCall {
  id: string;
  name: string;
  /** As the model wrote them: JSON that still has to be parsed and checked. */
  argumentsJson: string;
}

export interface ToolSpec {
  name: string;
  description: string;
  /** JSON Schema of the arguments. */
  parameters: Record<string, unknown>;
}

export interface ChatRequest {
  messages: ChatMessage[];
  tools: ToolSpec[];
  maxTokens: number;
  temperature: number;
}

export type ChatEvent =
  | { type: "text"; delta: string }
  /** The words are over and tool calls follow: they can be spoken while the model still writes those. */
  | { type: "text_end" }
  | { type: "tool_call"; call: ToolCall }
  | { type: "end"; reason: "stop" | "length" | "tool_calls" };

export interface ExtractRequest {
  messages: ChatMessage[];
  /** What the answer is: a word for the vendor, of letters and underscores. */
  name: string;
  /** JSON Schema of an object that has every one of its properties. */
  schema: Record<string, unknown>;
  maxTokens: number;
}

export interface LanguageModel {
  readonly name: string;
  /** Streams one answer. Aborting the signal stops the model. Throws ProviderFailed. */
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>;
  /**
   * One answer of the given shape, at one go. Still to be checked: what is no JSON comes as the text that it is.
   * Throws ProviderFailed, also when the model will not answer or was cut short.
   */
  extract(request: ExtractRequest, signal: AbortSignal): Promise<unknown>;
  /** Cheapest possible question, for /readyz. Throws ProviderFailed. */
  check(signal: AbortSignal): Promise<void>;
}
