import { readVoiceFile } from "#lib/businesses/voice-files.ts";
import { mp3Response } from "#lib/web/mp3.ts";

/** A rendered sentence, for the phone network: whoever knows its name may hear it. Its content never changes. */
export async function GET(_request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  return mp3Response(await readVoiceFile((await params).name), "public, max-age=86400, immutable");
}
