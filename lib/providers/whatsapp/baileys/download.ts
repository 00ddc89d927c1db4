/**
 * A file that somebody sent over WhatsApp Web: it lies encrypted on a media host, and its key came with the message.
 * AES-256-CBC and a truncated HMAC, both from one key by HKDF (as in the client, lib/Utils/messages-media.js).
 */
import { createDecipheriv, createHash, createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import { isLoopback } from "../../../config/mode.ts";
import { ProviderFailed } from "../../../errors.ts";
import { Deadline } from "../../deadline.ts";
import { readBounded } from "../../read-bounded.ts";

export interface SealedFile {
  url: string;
  /** Base64, both; the hash is of the file itself. */
  mediaKey: string;
  sha256: string | null;
  mediaType: "image" | "video" | "audio" | "document" | "sticker";
}

const DEADLINE_MS = 30_000;
const WHAT = "download an attachment";
const MAC_BYTES = 10;
/** Padding and MAC: so much may the sealed file be longer. */
const SEAL_BYTES = 16 + MAC_BYTES;

const KEY_NAMES: Record<SealedFile["mediaType"], string> = {
  image: "WhatsApp Image Keys",
  sticker: "WhatsApp Image Keys",
  video: "WhatsApp Video Keys",
  audio: "WhatsApp Audio Keys",
  document: "WhatsApp Document Keys",
};

/** Fetches and opens it. `webUrl`: where WhatsApp Web is met, when not at its own address. Throws ProviderFailed. */
export async function downloadSealed(
  webUrl: string | undefined,
  file: SealedFile,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const url = URL.parse(file.url);
  if (!url || !isMediaHost(url, webUrl)) throw new ProviderFailed("whatsapp", false, `${WHAT}: a foreign host`);
  const deadline = new Deadline(signal, DEADLINE_MS);
  try {
    // The client's own headers; the host refuses who has none.
    const headers = { origin: "https://web.whatsapp.com" };
    const response = await fetch(url, { signal: deadline.signal, redirect: "error", headers });
    if (!response.ok) {
      await response.body?.cancel();
      const later = response.status === 429 || response.status >= 500;
      throw new ProviderFailed("whatsapp", later, `${WHAT}: refused with ${response.status}`);
    }
    const bound = { provider: "whatsapp" as const, what: WHAT, maxBytes: maxBytes + SEAL_BYTES };
    return open(await readBounded(response, bound), file);
  } catch (error) {
    deadline.throwIfStopped();
    if (error instanceof ProviderFailed) throw error;
    throw new ProviderFailed("whatsapp", true, `${WHAT}: the connection broke`, error);
  } finally {
    deadline.done();
  }
}

/** WhatsApp's own hosts by https; on this machine, whatever stands in their place. */
function isMediaHost(url: URL, webUrl: string | undefined): boolean {
  if (url.username || url.password) return false;
  if (webUrl !== undefined && isLoopback(new URL(webUrl).hostname)) return isLoopback(url.hostname);
  return url.protocol === "https:" && url.port === "" && /^(?:[\w-]+\.)*whatsapp\.net$/.test(url.hostname);
}

function open(sealed: Buffer, { mediaKey, mediaType, sha256 }: SealedFile): Uint8Array {
  const keys = Buffer.from(hkdfSync("sha256", Buffer.from(mediaKey, "base64"), "", KEY_NAMES[mediaType], 112));
  const [iv, cipherKey, macKey] = [keys.subarray(0, 16), keys.subarray(16, 48), keys.subarray(48, 80)];
  const words = sealed.subarray(0, -MAC_BYTES);
  const mac = createHmac("sha256", macKey).update(iv).update(words).digest().subarray(0, MAC_BYTES);
  const given = sealed.subarray(-MAC_BYTES);
  if (given.length !== MAC_BYTES || !timingSafeEqual(mac, given))
    throw new ProviderFailed("whatsapp", false, `${WHAT}: it was changed on the way`);
  const decipher = createDecipheriv("aes-256-cbc", cipherKey, iv);
  const file = Buffer.concat([decipher.update(words), decipher.final()]);
  if (sha256 !== null && createHash("sha256").update(file).digest("base64") !== sha256)
    throw new ProviderFailed("whatsapp", false, `${WHAT}: it is another file than was sent`);
  return file;
}
