import type { Telephony, TransferRequest } from "../types.ts";
import { type TwilioAccess, twilioClient } from "./client.ts";
import { isGone, toFailure } from "./map.ts";
import { downloadRecording } from "./recordings.ts";
import { dial } from "./twiml.ts";

/** Twilio's REST API for calls. */
export function twilioTelephony(access: TwilioAccess): Telephony {
  const client = twilioClient(access);
  return {
    name: "twilio",
    async hangUp(callSid) {
      await unlessGone("hang up", () => client.calls(callSid).update({ status: "completed" }));
    },
    transfer({ callSid, ...dialling }: TransferRequest) {
      return unlessGone("transfer", () => client.calls(callSid).update({ twiml: dial(dialling) }));
    },
    downloadRecording: (url, signal) => downloadRecording(access, url, signal),
    async deleteRecording(recordingSid) {
      await unlessGone("delete a recording", () => client.recordings(recordingSid).remove());
    },
  };
}

/** False when what it is about is gone already. Throws ProviderFailed for everything else that goes wrong. */
async function unlessGone(what: string, ask: () => Promise<unknown>): Promise<boolean> {
  try {
    await ask();
    return true;
  } catch (error) {
    if (isGone(error)) return false;
    throw toFailure(what, error);
  }
}
