import type { Context } from "../context.ts";

/** No sentence is rendered for the phone network to fetch: it says them itself. */
export async function voiceFileUrl(_ctx: Context, _voice: string | null, _text: string): Promise<string | null> {
  return null;
}
