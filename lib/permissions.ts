/** Who may do what: one map, used by verbs, routes and navigation alike. */
import { Forbidden } from "./errors.ts";

export const roles = ["owner", "staff", "viewer"] as const;
export type Role = (typeof roles)[number];

const everybody: readonly Role[] = roles;
const working: readonly Role[] = ["owner", "staff"];
const owners: readonly Role[] = ["owner"];

export const permissions = {
  "calls.read": everybody,
  "calls.write": working,
  "calls.export": working,
  "customers.read": everybody,
  "customers.write": working,
  "messages.read": everybody,
  "messages.write": working,
  "broadcasts.read": working,
  "broadcasts.write": working,
  "products.read": everybody,
  "products.write": working,
  "orders.read": everybody,
  "orders.write": working,
  "payments.write": working,
  "tasks.read": everybody,
  "tasks.write": working,
  "business.read": everybody,
  "business.write": owners,
  "users.read": owners,
  "users.write": owners,
} satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof permissions;

export function may(role: Role, permission: Permission): boolean {
  return (permissions[permission] as readonly Role[]).includes(role);
}

/** Throws Forbidden unless the actor may. Calls, jobs and providers act for the business itself. */
export function requirePermission(ctx: { actor: { kind: string }; role: Role | null }, permission: Permission): void {
  if (ctx.actor.kind !== "user") return;
  if (ctx.role === null || !may(ctx.role, permission)) throw new Forbidden();
}
