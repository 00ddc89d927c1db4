import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { completeness } from "./endpointing.ts";

/** What people say on the telephone, whole or cut off where somebody stops to think. */
const cases = readFileSync(new URL("endpointing-cases.tsv", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .slice(1)
  .map((line) => {
    const [looks = "", text = ""] = line.split("\t");
    return { looks, text };
  });

function misjudged(looks: "finished" | "unfinished"): { share: number; texts: string[] } {
  const all = cases.filter((one) => one.looks === looks);
  const texts = all.map(({ text }) => text).filter((text) => completeness(text) !== looks);
  return { share: texts.length / all.length, texts };
}

describe("the sentences of the table", () => {
  it("are waited for in a thinking pause, nine of ten at least", () => {
    const { share, texts } = misjudged("unfinished");
    expect(share, texts.join(" | ")).toBeLessThanOrEqual(0.1);
  });

  it("are not kept waiting when they are finished", () => {
    expect(misjudged("finished").texts).toEqual([]);
  });
});
