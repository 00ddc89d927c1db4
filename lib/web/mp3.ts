/** An MP3 as an answer; 404 when there is none. */
export function mp3Response(mp3: Uint8Array<ArrayBuffer> | null, cacheControl: string): Response {
  if (!mp3) return new Response("not found", { status: 404, headers: { "Cache-Control": "no-store" } });
  return new Response(mp3, { headers: { "Content-Type": "audio/mpeg", "Cache-Control": cacheControl } });
}
