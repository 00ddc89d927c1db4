/** The simulated WhatsApp Web: whom its clients trust follows from what the installation has invented, before it runs. */
import { createHash } from "node:crypto";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mediaCertificate } from "#simulators/whatsapp-web/media/certificate.ts";
import { keysOf } from "#simulators/whatsapp-web/wire/keys.ts";
import type { Ports } from "./ports.ts";
import type { Secrets } from "./secrets.ts";

/** Both sides of it are the optional dependency: without it nobody could connect. */
export function hasWhatsAppWeb(root: string): boolean {
  return existsSync(join(root, "node_modules/@whiskeysockets/baileys/package.json"));
}

/** For the simulator. */
export function whatsAppWebSimulator(secrets: Secrets, ports: Ports): Record<string, string> {
  return {
    SIM_PORT_WHATSAPP: String(ports.whatsapp),
    SIM_PORT_WHATSAPP_MEDIA: String(ports.whatsappMedia),
    SIM_WHATSAPP_ROOT_KEY: rootKey(secrets).toString("hex"),
  };
}

/** For the product. */
export function whatsAppWebSettings(secrets: Secrets, ports: Ports, dataDir: string): Record<string, string> {
  return {
    WHATSAPP_WEB_URL: `ws://127.0.0.1:${ports.whatsapp}/ws/chat`,
    WHATSAPP_WEB_PUBLIC_KEY: keysOf(rootKey(secrets)).publicKey.toString("hex"),
    NODE_EXTRA_CA_CERTS: certificateFile(dataDir),
  };
}

/** Files go over https here, too; the host's certificate signs itself, so its clients have to be given it. */
export function keepCertificate(secrets: Secrets, dataDir: string): void {
  writeFileSync(certificateFile(dataDir), mediaCertificate(rootKey(secrets)).certificate);
}

const certificateFile = (dataDir: string) => join(dataDir, "whatsapp-media.pem");

function rootKey({ twilioAuthToken }: Secrets): Buffer {
  return createHash("sha256").update(`whatsapp-web:${twilioAuthToken}`).digest();
}
