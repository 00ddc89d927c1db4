import { TextToSpeechClient } from "@google-cloud/text-to-speech";
import { z } from "zod";
import { ProviderFailed } from "../../../errors.ts";

export interface GoogleAccess {
  /** The key file of a service account, as Google gives it out. */
  serviceAccountJson: string;
  baseUrl: string;
}

const serviceAccount = z.looseObject({ client_email: z.string(), private_key: z.string() });

/** Google's client in its REST mode, the only one that can be pointed at another host over plain HTTP. */
export function googleClient({ serviceAccountJson, baseUrl }: GoogleAccess): TextToSpeechClient {
  const { hostname, protocol, port } = new URL(baseUrl);
  const account = parseAccount(serviceAccountJson);
  const client = new TextToSpeechClient({
    fallback: true,
    apiEndpoint: hostname,
    protocol: protocol.replace(":", ""),
    port: Number(port) || (protocol === "http:" ? 80 : 443),
  });
  // What the constructor's `credentials` would do, without the warning that its own auth library prints for it.
  client.auth.jsonContent = account;
  return client;
}

function parseAccount(json: string): z.infer<typeof serviceAccount> {
  try {
    return serviceAccount.parse(JSON.parse(json));
  } catch (error) {
    throw new ProviderFailed("tts", false, "GOOGLE_TTS_SA_JSON is not a service account's key file", error);
  }
}
