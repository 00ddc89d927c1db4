import { expect, it } from "vitest";
import { personaInput, transferInput } from "#lib/businesses/schemas.ts";
import { zodResolver } from "./zod-resolver.ts";

const options = { fields: {}, shouldUseNativeValidation: false };

it("says what each field lacks, once", async () => {
  const values = { name: " ", field: "", address: "", tone: "חם", instructions: "" };
  const { errors } = await zodResolver(personaInput)(values, undefined, options);
  expect(errors).toMatchObject({ name: { message: "חסר שם העסק" }, field: { message: "חסר תחום העיסוק" } });
});

it("hands on what the schema made of the values", async () => {
  const { values, errors } = await zodResolver(transferInput)({ transferPhone: "052-123 4567" }, undefined, options);
  expect(errors).toEqual({});
  expect(values).toEqual({ transferPhone: "+972521234567" });
});

it("speaks of the number, not of the shapes it could have had", async () => {
  const { errors } = await zodResolver(transferInput)({ transferPhone: "12" }, undefined, options);
  expect(errors).toMatchObject({ transferPhone: { message: "מספר הטלפון אינו תקין" } });
});
