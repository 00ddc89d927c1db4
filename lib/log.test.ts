import { afterAll, beforeAll, expect, it } from "vitest";
import { user } from "#drizzle/schema/index.ts";
import { forBusiness } from "./db/tenant.ts";
import { ProviderFailed } from "./errors.ts";
import { serialiseError } from "./log.ts";
import { testBusiness } from "./testing/business.ts";
import { type TestDatabase, testDatabase } from "./testing/database.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it("a failed write is logged with its query and its cause, without the values", async () => {
  const business = await testBusiness();
  const values = { email: business.owner.email, name: "שם סודי", passwordHash: "$argon2id$secret\nof two lines" };
  const failure = await forBusiness(business.ctx, (tx) => tx.insert(user).values(values)).catch(
    (error: unknown) => error,
  );
  const line = JSON.stringify(serialiseError(failure));
  expect(line).toContain("insert into");
  expect(line).toContain("duplicate key value");
  expect(line).toContain("log.test.ts");
  for (const secret of ["argon2id", "of two lines", "שם סודי", business.owner.email])
    expect(line).not.toContain(secret);
  const several = JSON.stringify(serialiseError(new AggregateError([failure, failure], "two failed")));
  expect(several).toContain("duplicate key value");
  for (const secret of ["argon2id", "שם סודי", business.owner.email]) expect(several).not.toContain(secret);
});

it("an error of a service outside keeps its cause", () => {
  const line = JSON.stringify(serialiseError(new ProviderFailed("tts", true, "refused", new Error("quota"))));
  expect(line).toContain("tts: refused");
  expect(line).toContain("quota");
  expect(serialiseError("just words")).toBe("just words");
});
