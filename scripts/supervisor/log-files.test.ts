import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { LogFiles } from "./log-files.ts";

const folder = mkdtempSync(join(tmpdir(), "moked-logs-"));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it("keeps whole JSON lines of several processes, errors also by themselves, and nothing else", async () => {
  const logs = new LogFiles(folder);
  logs.write("edge", '{"level":"info","msg":"one"}\n{"level":"err');
  logs.write("jobs", '{"level":"fatal","msg":"two"}\nnot ours\n');
  logs.write("edge", 'or","msg":"three"}\n');
  await logs.close();
  const linesOf = (name: string) =>
    readFileSync(join(folder, name), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line).msg);
  expect(linesOf("app.log")).toEqual(["one", "two", "three"]);
  expect(linesOf("error.log")).toEqual(["two", "three"]);
});
