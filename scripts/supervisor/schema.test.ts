import { expect, it } from "vitest";
import { requireReachable } from "./schema.ts";
import { Trouble } from "./trouble.ts";

it("a database that cannot be reached is a sentence that names the setting and not the password", async () => {
  const error: unknown = await requireReachable("postgres://moked:hunter2@127.0.0.1:1/none").catch((e: unknown) => e);
  expect(error).toBeInstanceOf(Trouble);
  expect(String(error)).toContain("DATABASE_URL");
  expect(String(error)).toContain("ECONNREFUSED");
  expect(String(error)).not.toContain("hunter2");
});
