import type { KeptFile } from "../messaging/attachments/get-file.ts";

/** Pictures, sounds and films are shown; whatever else there is is saved, and can do nothing on our pages. */
export function fileResponse({ bytes, contentType, fileName }: KeptFile): Response {
  const shown = /^(?:image|audio|video)\//.test(contentType) && contentType !== "image/svg+xml";
  const name = encodeURIComponent(fileName || "file");
  return new Response(bytes, {
    headers: {
      "Content-Type": contentType,
      "Content-Length": String(bytes.length),
      "Content-Disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${name}`,
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
      "Cache-Control": "private, max-age=3600",
    },
  });
}
