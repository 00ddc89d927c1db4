import { generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { readJson, writePrivateJson } from "./files.ts";
import { Trouble } from "./trouble.ts";

const secretsSchema = z.object({
  databasePassword: z.string(),
  appPassword: z.string(),
  authSecret: z.string(),
  encryptionKey: z.string(),
  twilioAccountSid: z.string(),
  twilioAuthToken: z.string(),
  openaiKey: z.string(),
  googlePrivateKey: z.string(),
});

/** What one installation invents for itself, once: the database's passwords, and the keys of the simulated world. */
export type Secrets = z.infer<typeof secretsSchema>;

/**
 * Reads DATA_DIR/secrets.json, or makes it (0600) for a new data folder.
 * @throws Trouble when it is gone or broken although there is a database that was made with it.
 */
export function loadSecrets(dataDir: string): Secrets {
  const path = join(dataDir, "secrets.json");
  const known = readJson(path, secretsSchema);
  if (known !== undefined) return known;
  const database = join(dataDir, "postgres");
  if (existsSync(path) || lstatSync(database, { throwIfNoEntry: false }) !== undefined) {
    throw new Trouble(
      `${path} is ${existsSync(path) ? "not readable" : "gone"}, and with it the passwords of the database beside it. ` +
        "Put the file back from a backup, or start with another DATA_DIR.",
    );
  }
  const made = invent();
  writePrivateJson(path, made);
  return made;
}

function invent(): Secrets {
  return {
    databasePassword: randomBytes(24).toString("base64url"),
    appPassword: randomBytes(24).toString("base64url"),
    authSecret: randomBytes(32).toString("base64"),
    encryptionKey: randomBytes(32).toString("base64"),
    twilioAccountSid: `AC${randomBytes(16).toString("hex")}`,
    twilioAuthToken: randomBytes(16).toString("hex"),
    openaiKey: `sk-sim-${randomBytes(24).toString("hex")}`,
    googlePrivateKey: generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    }).privateKey,
  };
}
