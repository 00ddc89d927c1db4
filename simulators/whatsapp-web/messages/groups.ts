import { randomInt } from "node:crypto";
import type { Account } from "../accounts/account.ts";
import type { BinaryNode } from "../wire/baileys.ts";
import { epochSeconds, node } from "../wire/nodes.ts";

export const STATUS = "status@broadcast";

export interface Group {
  /** `…@g.us`. */
  id: string;
  subject: string;
  /** Its members; the first has created it. */
  members: Account[];
}

export class Groups {
  readonly #groups = new Map<string, Group>();

  /** Throws a RangeError without members. */
  create(subject: string, members: Account[]): Group {
    if (members.length === 0) throw new RangeError("a group has members");
    const id = `1203630${randomInt(10_000_000_000, 99_999_999_999)}@g.us`;
    const group = { id, subject, members };
    this.#groups.set(id, group);
    return group;
  }

  get(id: string): Group | undefined {
    return this.#groups.get(id);
  }

  of(account: Account): Group[] {
    return [...this.#groups.values()].filter(({ members }) => members.includes(account));
  }
}

/** A group as a client is told of it. */
export function groupNode({ id, subject, members }: Group): BinaryNode {
  const [creator] = members;
  const participants = members.map((member) =>
    node("participant", {
      jid: member.address("lid"),
      phone_number: member.address("pn"),
      type: member === creator ? "superadmin" : undefined,
    }),
  );
  return node(
    "group",
    {
      id: id.slice(0, id.indexOf("@")),
      subject,
      creator: creator?.address("lid"),
      creator_pn: creator?.address("pn"),
      creation: epochSeconds(),
      s_t: epochSeconds(),
      addressing_mode: "lid",
      size: String(members.length),
    },
    participants,
  );
}
