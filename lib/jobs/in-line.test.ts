import { expect, it } from "vitest";
import { inLine } from "./in-line.ts";

it("does what is given for one key in its order, and for another meanwhile", async () => {
  const line = inLine();
  const done: string[] = [];
  const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
  const works = [
    line("a", async () => {
      await held;
      done.push("a1");
    }),
    line("a", async () => void done.push("a2")),
  ];
  await line("b", async () => void done.push("b"));
  expect(done).toEqual(["b"]);
  letGo();
  await Promise.all(works);
  expect(done).toEqual(["b", "a1", "a2"]);
});

it("goes on behind what failed, which is told to whoever gave it", async () => {
  const line = inLine();
  const failing = line("a", () => Promise.reject(new Error("away")));
  const next = line("a", async () => {});
  await expect(failing).rejects.toThrow("away");
  await next;
});
