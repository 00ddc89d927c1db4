import { expect, test } from "vitest";
import { systemContext } from "#lib/context.ts";
import { ClipCache } from "./clip-cache.ts";

const a = systemContext("a", "test");
const b = systemContext("b", "test");

function cacheOf(rendered: Record<string, number>, maxBytes?: number) {
  const asked: string[][] = [];
  const cache = new ClipCache(async (_, __, texts) => {
    asked.push(texts);
    return new Map(texts.filter((text) => text in rendered).map((text) => [text, new Uint8Array(rendered[text] ?? 0)]));
  }, maxBytes);
  return { cache, asked };
}

test("a clip is loaded once; one that is not rendered yet is asked for again", async () => {
  const { cache, asked } = cacheOf({ hello: 10 });
  for (let i = 0; i < 2; i++) expect([...(await cache.get(a, null, ["hello", "bye"])).keys()]).toEqual(["hello"]);
  expect(asked).toEqual([["hello", "bye"], ["bye"]]);
});

test("another business or another voice has its own", async () => {
  const { cache, asked } = cacheOf({ hello: 10 });
  await cache.get(a, null, ["hello"]);
  await cache.get(b, null, ["hello"]);
  await cache.get(a, "he-IL-Wavenet-B", ["hello"]);
  expect(asked.length).toBe(3);
});

test("what was used least goes first when there is too much", async () => {
  const { cache, asked } = cacheOf({ x: 40, y: 40, z: 40 }, 100);
  await cache.get(a, null, ["x", "y"]);
  await cache.get(a, null, ["x"]);
  await cache.get(a, null, ["z"]);
  await cache.get(a, null, ["x", "z"]);
  expect(asked).toEqual([["x", "y"], ["z"]]);
  await cache.get(a, null, ["y"]);
  expect(asked.at(-1)).toEqual(["y"]);
});

test("a clip takes no more memory than its sound", async () => {
  // As the database's driver gives it: a small buffer of Node's is a slice of a large one.
  const cache = new ClipCache(async (_, __, texts) => new Map(texts.map((text) => [text, Buffer.from("sound")])));
  const clip = (await cache.get(a, null, ["hello"])).get("hello");
  expect(Buffer.from(clip ?? []).toString()).toBe("sound");
  expect(clip?.buffer.byteLength).toBe(5);
});
