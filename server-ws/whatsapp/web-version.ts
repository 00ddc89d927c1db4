import type { WAVersion } from "@whiskeysockets/baileys";

const WITHIN_MS = 10_000;

/**
 * The version that WhatsApp Web has now, from the script that every browser gets; null when it cannot be learned. `webUrl`:
 * where WhatsApp Web is met, when not at its own address.
 */
export async function currentWebVersion(webUrl = "wss://web.whatsapp.com"): Promise<WAVersion | null> {
  const { origin } = new URL(webUrl);
  try {
    const script = await fetch(`${origin.replace(/^ws/, "http")}/sw.js`, { signal: AbortSignal.timeout(WITHIN_MS) });
    const revision = /client_revision\\?":\s*(\d+)/.exec(await script.text())?.[1];
    return revision === undefined ? null : [2, 3000, Number(revision)];
  } catch {
    return null;
  }
}
