import { expect, it } from "vitest";
import type { TimelineEntry, TimelinePage } from "#lib/messaging/schemas/views.ts";
import { appendPage, joinPages } from "./join-pages.ts";

const entry = (id: string, summary = ""): TimelineEntry => ({
  kind: "call",
  id,
  call: {
    ...{ id, direction: "in", status: "completed", live: false, startedAt: "2026-01-01T00:00:00.000Z", durationS: 1 },
    summary,
  },
});
const page = (ids: string, nextCursor: string | null): TimelinePage => ({
  items: [...ids].map((id) => entry(id)),
  nextCursor,
});
const ids = ({ items }: TimelinePage) => items.map(({ id }) => id).join("");

it("what is new stands before what was read further back, and nothing twice", () => {
  const read = appendPage(page("fed", "d"), page("dcb", "b"));
  expect(ids(read)).toBe("fedcb");
  const joined = joinPages(read, page("hgf", "f"));
  expect([ids(joined), joined.nextCursor]).toEqual(["hgfedcb", "b"]);
});

it("what has changed is shown as it is now, and what is gone is gone", () => {
  const read = appendPage(page("fed", "d"), page("cb", null));
  const joined = joinPages(read, { items: [entry("f", "changed"), entry("d")], nextCursor: "d" });
  expect(ids(joined)).toBe("fdcb");
  expect(joined.items[0]).toEqual(entry("f", "changed"));
});

it("after a long time away it starts anew: there must be no hole", () => {
  const joined = joinPages(page("cba", null), page("zyx", "x"));
  expect([ids(joined), joined.nextCursor]).toEqual(["zyx", "x"]);
});
