/** Who it is that has connected, and whether they may. */
import type { Companion, UploadedKeys } from "./accounts/companion.ts";
import { Registration } from "./registration.ts";
import { Session } from "./session.ts";
import type { proto } from "./wire/baileys.ts";
import type { Arrival } from "./wire/connection.ts";
import { node } from "./wire/nodes.ts";
import type { World } from "./world.ts";

export function receiveArrival(world: World, arrival: Arrival): void {
  const { connection, payload } = arrival;
  const refuse = (reason: number) => connection.end(node("failure", { reason: String(reason), location: "sim" }));
  if (isOlder(payload.userAgent?.appVersion, world.settings.minimumVersion)) return refuse(405);
  const keys = registeredKeys(payload.devicePairingData);
  if (keys) {
    new Registration(world, arrival, keys);
    return;
  }
  const account = world.accounts.of(`+${payload.username}`);
  const refusal = account.takeRefusal();
  if (refusal !== undefined) return refuse(refusal);
  const companion = account.companions.get(payload.device ?? 0);
  if (!companion?.noiseKey.equals(arrival.clientStatic)) return refuse(401);
  replaceOlder(companion);
  new Session(world, account, companion, connection);
}

/** Of two connections of one device the newer stays. */
function replaceOlder(companion: Companion): void {
  companion.connection?.end(node("stream:error", {}, [node("conflict", { type: "replaced" })]));
}

function registeredKeys(
  data: proto.ClientPayload.IDevicePairingRegistrationData | null | undefined,
): UploadedKeys | undefined {
  if (!data?.eIdent || !data.eRegid || !data.eSkeyId || !data.eSkeyVal || !data.eSkeySig) return undefined;
  const number = (bytes: Uint8Array) => Buffer.from(bytes).readUIntBE(0, bytes.length);
  return {
    registrationId: number(data.eRegid),
    identity: Buffer.from(data.eIdent),
    signedPreKey: {
      id: number(data.eSkeyId),
      key: Buffer.from(data.eSkeyVal),
      signature: Buffer.from(data.eSkeySig),
    },
    preKeys: new Map(),
  };
}

function isOlder(
  version: proto.ClientPayload.UserAgent.IAppVersion | null | undefined,
  [primary, secondary, tertiary]: readonly [number, number, number],
): boolean {
  const differences = [
    (version?.primary ?? 0) - primary,
    (version?.secondary ?? 0) - secondary,
    (version?.tertiary ?? 0) - tertiary,
  ];
  return (differences.find((difference) => difference !== 0) ?? 0) < 0;
}
