import { describe, expect, it } from "vitest";
import { systemContext } from "./context.ts";
import { may, type Permission, permissions, requirePermission, roles } from "./permissions.ts";

const all = Object.keys(permissions) as Permission[];
const user = { kind: "user" as const, userId: "u" };

describe("who may do what", () => {
  it("each role may everything that the one below it may", () => {
    for (const permission of all)
      expect(roles.map((role) => may(role, permission)).toSorted((a, b) => Number(b) - Number(a))).toEqual(
        roles.map((role) => may(role, permission)),
      );
  });

  it("a viewer changes nothing; the business and its people are the owner's", () => {
    expect(all.filter((permission) => may("viewer", permission))).toEqual([
      "calls.read",
      "customers.read",
      "messages.read",
      "products.read",
      "orders.read",
      "tasks.read",
      "business.read",
    ]);
    const owners = all.filter((permission) => !may("staff", permission));
    expect(owners).toEqual(expect.arrayContaining(["business.write", "users.write"]));
    expect(all.every((permission) => may("owner", permission))).toBe(true);
  });

  it("a user without a role may nothing; the product itself acts for the business", () => {
    for (const permission of all) {
      expect(() => requirePermission({ actor: user, role: null }, permission)).toThrow("forbidden");
      requirePermission(systemContext("b", "a job"), permission);
    }
    expect(() => requirePermission({ actor: user, role: "viewer" }, "tasks.write")).toThrow("אין הרשאה");
  });
});
