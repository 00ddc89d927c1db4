import { welcomeFile } from "#lib/businesses/voice-files.ts";
import { mp3Response } from "#lib/web/mp3.ts";

/** The greeting of the default business: a fixed address, so it follows the settings. */
export async function GET(): Promise<Response> {
  return mp3Response(await welcomeFile(), "public, max-age=60");
}
