import { type Provider, ProviderFailed } from "../errors.ts";

interface Bound {
  provider: Provider;
  /** For the log: "download a recording". */
  what: string;
  maxBytes: number;
}

/** What is fetched is larger than it may be: no later try will make it smaller. */
class FileTooLarge extends ProviderFailed {
  constructor({ provider, what, maxBytes }: Bound) {
    super(provider, false, `${what}: larger than ${maxBytes} bytes`);
  }
}

/** Reads an answer, and no more of it than may be. Throws ProviderFailed. */
export async function readBounded(response: Response, bound: Bound): Promise<Buffer> {
  if (Number(response.headers.get("content-length") ?? 0) > bound.maxBytes) {
    await response.body?.cancel();
    throw new FileTooLarge(bound);
  }
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.length;
    if (bytes > bound.maxBytes) throw new FileTooLarge(bound);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
