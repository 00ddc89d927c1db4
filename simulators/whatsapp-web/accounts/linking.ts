/**
 * How a phone vouches for a device that is linked to it (ADV): its account key signs the device's identity, the device
 * signs back, and a secret that only phone and device share proves that it was this phone that read the QR.
 */
import { createHmac } from "node:crypto";
import type { Baileys, BinaryNode, proto } from "../wire/baileys.ts";
import { bytesOf, childOf, FROM_SERVER, node } from "../wire/nodes.ts";
import { isSignedBy } from "../wire/signatures.ts";
import type { Account } from "./account.ts";
import type { Companion } from "./companion.ts";

const ACCOUNT_SIGNATURE_PREFIX = Buffer.from([6, 0]);
const DEVICE_SIGNATURE_PREFIX = Buffer.from([6, 1]);

export interface Voucher {
  details: Uint8Array;
  accountSignatureKey: Buffer;
  accountSignature: Uint8Array;
}

/** The phone signs that the companion is one of its devices. */
export function vouchFor(wa: Baileys, account: Account, companion: Companion): Voucher {
  const { privateKey, publicKey } = account.phone.identity;
  const details = wa.proto.ADVDeviceIdentity.encode({
    rawId: account.phone.creds.registrationId,
    timestamp: Math.floor(Date.now() / 1000),
    keyIndex: companion.id,
  }).finish();
  const signed = Buffer.concat([ACCOUNT_SIGNATURE_PREFIX, details, companion.keys.identity]);
  return { details, accountSignatureKey: publicKey, accountSignature: wa.Curve.sign(privateKey, signed) };
}

/** What tells a client that it was paired. `advSecret` is the secret from its QR. */
export function pairSuccess(
  wa: Baileys,
  linked: { account: Account; companion: Companion; voucher: Voucher; advSecret: Buffer },
  id: string,
): BinaryNode {
  const { account, companion, voucher, advSecret } = linked;
  const details = wa.proto.ADVSignedDeviceIdentity.encode(voucher).finish();
  const hmac = createHmac("sha256", advSecret).update(details).digest();
  return node("iq", { from: FROM_SERVER, id, type: "set" }, [
    node("pair-success", {}, [
      node("device-identity", {}, wa.proto.ADVSignedDeviceIdentityHMAC.encode({ details, hmac }).finish()),
      node("biz", { name: account.phone.habits.pushName || undefined }),
      node("device", { jid: account.address("pn", companion.id), lid: account.address("lid", companion.id) }),
      node("platform", { name: "smba" }),
    ]),
  ]);
}

/** Whether the client has signed back with the identity it was paired with. */
export function signedBack(wa: Baileys, reply: BinaryNode, companion: Companion, voucher: Voucher): boolean {
  const encoded = bytesOf(childOf(childOf(reply, "pair-device-sign"), "device-identity"));
  const { details, deviceSignature } = wa.proto.ADVSignedDeviceIdentity.decode(encoded);
  if (!details || !deviceSignature || !Buffer.from(details).equals(voucher.details)) return false;
  return deviceSigned({ details, deviceSignature }, companion.keys.identity, voucher.accountSignatureKey);
}

/** Whether a device that writes to somebody new is one of its account's: both signatures hold. */
export function isVouchedFor(
  shown: proto.IADVSignedDeviceIdentity,
  deviceIdentity: Buffer,
  accountKey: Buffer,
): boolean {
  const { details, accountSignature, deviceSignature } = shown;
  if (!details || !accountSignature || !deviceSignature) return false;
  const signed = Buffer.concat([ACCOUNT_SIGNATURE_PREFIX, details, deviceIdentity]);
  return (
    isSignedBy(accountKey, signed, accountSignature) &&
    deviceSigned({ details, deviceSignature }, deviceIdentity, accountKey)
  );
}

function deviceSigned(
  { details, deviceSignature }: { details: Uint8Array; deviceSignature: Uint8Array },
  deviceIdentity: Buffer,
  accountKey: Buffer,
): boolean {
  const signed = Buffer.concat([DEVICE_SIGNATURE_PREFIX, details, deviceIdentity, accountKey]);
  return isSignedBy(deviceIdentity, signed, deviceSignature);
}
