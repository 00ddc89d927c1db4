/** The client's credentials and keys in Postgres, written only while the session is held. */
import type {
  AuthenticationCreds,
  AuthenticationState,
  SignalDataSet,
  SignalDataTypeMap,
  SignalKeyStore,
} from "@whiskeysockets/baileys";
import { type Arrival, type KeyChange, readCreds, readKeys, saveCreds, writeKeys } from "#lib/whatsapp/device.ts";
import type { Hold } from "#lib/whatsapp/hold.ts";
import { fromBytes, toBytes } from "./bytes.ts";
import type { Baileys } from "./client.ts";

interface KeptState {
  state: AuthenticationState;
  /** Keeps the credentials whole: the client has merged what changed into them. */
  saveCreds(): Promise<void>;
}

interface Keeping {
  /** What was decrypted in the change that is just being kept, to be kept with it. */
  arrived(): Arrival | null;
  /** Keys could not be kept: what the client remembers is not what is true any more. */
  onFailure(error: unknown): void;
}

export async function keptAuthState(client: Baileys, hold: Hold, keeping: Keeping): Promise<KeptState> {
  const kept = await readCreds(hold.ctx);
  const found = kept === null ? null : (fromBytes(client, kept) as AuthenticationCreds);
  // A pairing code sets `me` before anybody has typed it: such a device would try to log in for ever.
  const creds = found !== null && isPaired(found) ? found : client.initAuthCreds();
  return {
    state: { creds, keys: keyStore(client, hold, keeping) },
    saveCreds: () => saveCreds(hold, toBytes(client, creds)),
  };
}

/** Whether a phone has confirmed this device: a code or a picture that nobody has used yet is no pairing. */
export function isPaired({ me, account }: Pick<AuthenticationCreds, "me" | "account">): boolean {
  return me !== undefined && account !== undefined;
}

function keyStore(client: Baileys, hold: Hold, { arrived, onFailure }: Keeping): SignalKeyStore {
  return {
    async get<T extends keyof SignalDataTypeMap>(type: T, ids: string[]) {
      const found: { [id: string]: SignalDataTypeMap[T] } = {};
      for (const [id, bytes] of await readKeys(hold.ctx, type, ids))
        found[id] = revived(client, type, fromBytes(client, bytes)) as SignalDataTypeMap[T];
      return found;
    },
    async set(data) {
      try {
        await writeKeys(hold, changesOf(client, data), arrived());
      } catch (error) {
        onFailure(error);
        throw error;
      }
    },
  };
}

function changesOf(client: Baileys, data: SignalDataSet): KeyChange[] {
  return Object.entries(data).flatMap(([type, values]) =>
    Object.entries(values ?? {}).map(([name, value]) => ({
      ...{ type, name },
      value: value === null || value === undefined ? null : toBytes(client, value),
    })),
  );
}

/** The one type that is a message of the protocol: with `create` instead, its numbers and bytes are no good. */
function revived(client: Baileys, type: keyof SignalDataTypeMap, value: unknown): unknown {
  if (type !== "app-state-sync-key" || typeof value !== "object" || value === null) return value;
  return client.proto.Message.AppStateSyncKeyData.fromObject(value);
}
