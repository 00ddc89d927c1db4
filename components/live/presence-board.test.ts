import { expect, it } from "vitest";
import type { Presence } from "#lib/events/schemas.ts";
import { PresenceBoard } from "./presence-board.ts";

const told = (userId: string, doing: Presence["doing"], conversationId = "c"): Presence => ({
  ...{ type: "presence", conversationId, userId, doing },
});

it("shows who is there, who types, and nobody who has left", () => {
  const board = new PresenceBoard();
  expect(board.hear(told("dana", "looking"), 0)).toBe(true);
  board.hear(told("shay", "typing"), 10);
  board.hear(told("noa", "looking", "another"), 10);
  expect(board.in("c")).toEqual([
    { userId: "dana", typing: false },
    { userId: "shay", typing: true },
  ]);
  board.hear(told("shay", "left"), 20);
  expect(board.in("c")).toEqual([{ userId: "dana", typing: false }]);
});

it("is the same list as long as nothing changes", () => {
  const board = new PresenceBoard();
  board.hear(told("dana", "looking"), 0);
  const before = board.in("c");
  expect(board.hear(told("dana", "looking"), 20_000)).toBe(false);
  expect(board.in("c")).toBe(before);
});

it("who falls silent stops typing after seconds, and is gone after a while", () => {
  const board = new PresenceBoard();
  board.hear(told("dana", "typing"), 0);
  expect(board.sweep(3_000)).toBe(false);
  expect(board.sweep(7_000)).toBe(true);
  expect(board.in("c")).toEqual([{ userId: "dana", typing: false }]);
  expect(board.sweep(45_000)).toBe(true);
  expect(board.in("c")).toEqual([]);
});
