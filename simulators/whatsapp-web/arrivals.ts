/** Who it is that has connected, and whether they may. */
import type { Refusal } from "./accounts/account.ts";
import type { Companion, UploadedKeys } from "./accounts/companion.ts";
import { Registration } from "./registration.ts";
import { Session } from "./session.ts";
import type { proto } from "./wire/baileys.ts";
import type { Arrival, Connection } from "./wire/connection.ts";
import { node } from "./wire/nodes.ts";
import type { World } from "./world.ts";

export function receiveArrival(world: World, arrival: Arrival): void {
  const { connection, payload } = arrival;
  if (isOlder(payload.userAgent?.appVersion, world.settings.minimumVersion)) {
    refuse(connection, 405);
    return;
  }
  const keys = registeredKeys(payload.devicePairingData);
  if (keys) new Registration(world, arrival, keys);
  else logIn(world, arrival);
}

function logIn(world: World, { connection, clientStatic, payload }: Arrival): void {
  const account = world.accounts.of(`+${payload.username}`);
  const companion = account.companions.get(payload.device ?? 0);
  const refusal = account.takeRefusal() ?? (companion?.noiseKey.equals(clientStatic) ? undefined : 401);
  if (!companion || refusal !== undefined) {
    refuse(connection, refusal ?? 401);
    return;
  }
  replaceOlder(companion);
  new Session(world, account, companion, connection);
}

function refuse(connection: Connection, reason: Refusal): void {
  connection.end(node("failure", { reason: String(reason), location: "sim" }));
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
