/** What the model answers: words, tool calls, or both. */
export interface Reply {
  text: string;
  calls: { name: string; arguments: string }[];
}
