import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** What is typed or piped in, line by line. It listens from the first question on: what nobody listens for is lost. */
export async function* linesOf(input: Readable): AsyncGenerator<string> {
  for await (const line of createInterface({ input })) if (line.trim()) yield line;
}

export async function* oneLine(text: string): AsyncGenerator<string> {
  yield text;
}
