/** The questions (`iq`) of a client that has logged in, by their namespace. What is not answered here is refused. */
import { groupNode } from "../messages/groups.ts";
import type { BinaryNode } from "../wire/baileys.ts";
import { childOf, childrenOf, errorOf, node, resultOf } from "../wire/nodes.ts";
import type { Asker } from "./asker.ts";
import { answerEncrypt } from "./encrypt.ts";
import { answerUsync } from "./usync.ts";

type Answer = (asker: Asker, iq: BinaryNode) => BinaryNode | Promise<BinaryNode>;

const answers: Record<string, Answer> = {
  abt: (_, iq) => resultOf(iq, [node("props", { protocol: "1", hash: "sim", refresh: "86400" })]),
  blocklist: (_, iq) => resultOf(iq, [node("list")]),
  encrypt: answerEncrypt,
  md: removeCompanion,
  passive: (_, iq) => resultOf(iq),
  privacy: answerPrivacy,
  "urn:xmpp:whatsapp:dirty": (_, iq) => resultOf(iq),
  usync: answerUsync,
  "w:biz": (_, iq) => resultOf(iq, [node("business_profile", { v: "244" })]),
  "w:g2": answerGroups,
  "w:m": answerMediaConn,
  "w:p": (_, iq) => resultOf(iq),
  "w:profile:picture": (_, iq) => errorOf(iq, 404, "item-not-found"),
  "w:stats": (_, iq) => resultOf(iq),
  "w:sync:app:state": answerAppState,
};

export function answerQuery(asker: Asker, iq: BinaryNode): BinaryNode | Promise<BinaryNode> {
  const answer = answers[iq.attrs.xmlns ?? ""];
  return answer ? answer(asker, iq) : errorOf(iq, 501, "feature-not-implemented");
}

/** The client logs out by itself. */
function removeCompanion({ account, companion }: Asker, iq: BinaryNode): BinaryNode {
  if (!childOf(iq, "remove-companion-device")) return errorOf(iq, 400, "bad-request");
  account.unlink(companion);
  return resultOf(iq);
}

const PRIVACY = {
  readreceipts: "all",
  last: "all",
  status: "contacts",
  profile: "all",
  groupadd: "all",
  calladd: "all",
  online: "all",
  messages: "all",
};

function answerPrivacy(_: Asker, iq: BinaryNode): BinaryNode {
  if (iq.attrs.type === "set") return resultOf(iq);
  const categories = Object.entries(PRIVACY).map(([name, value]) => node("category", { name, value }));
  return resultOf(iq, [node("privacy", {}, categories)]);
}

/** Nothing is archived, pinned or named on the simulated phones: every collection is empty. */
function answerAppState(_: Asker, iq: BinaryNode): BinaryNode {
  const asked = childrenOf(childOf(iq, "sync"), "collection");
  const collections = asked.map(({ attrs }) =>
    node("collection", { name: attrs.name, version: attrs.version, has_more_patches: "false" }),
  );
  return resultOf(iq, [node("sync", {}, collections)]);
}

function answerMediaConn({ world }: Asker, iq: BinaryNode): BinaryNode {
  const { auth, hostname } = world.media;
  return resultOf(iq, [
    node("media_conn", { auth, ttl: "300", auth_ttl: "21600", max_buckets: "12" }, [
      node("host", { hostname, type: "primary", maxContentLengthBytes: "104857600" }),
    ]),
  ]);
}

/** One group, or all of one's own. */
function answerGroups({ world, account }: Asker, iq: BinaryNode): BinaryNode {
  if (iq.attrs.type !== "get") return errorOf(iq, 501, "feature-not-implemented");
  if (childOf(iq, "participating")) return resultOf(iq, [node("groups", {}, world.groups.of(account).map(groupNode))]);
  const group = world.groups.get(iq.attrs.to ?? "");
  if (!group) return errorOf(iq, 404, "item-not-found");
  return group.members.includes(account) ? resultOf(iq, [groupNode(group)]) : errorOf(iq, 403, "forbidden");
}
