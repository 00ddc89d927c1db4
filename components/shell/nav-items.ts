import { House, ListChecks, type LucideIcon, Phone, Settings } from "lucide-react";
import { may, type Permission, type Role } from "#lib/permissions.ts";

export type NavName = "home" | "calls" | "tasks" | "settings";

export interface NavItem {
  name: NavName;
  href: string;
  icon: LucideIcon;
  needs: Permission;
}

const items: readonly NavItem[] = [
  { name: "home", href: "/", icon: House, needs: "calls.read" },
  { name: "calls", href: "/calls", icon: Phone, needs: "calls.read" },
  { name: "tasks", href: "/tasks", icon: ListChecks, needs: "tasks.read" },
  { name: "settings", href: "/settings", icon: Settings, needs: "business.read" },
];

/** The pages that this role may see. */
export function navItems(role: Role): readonly NavItem[] {
  return items.filter((item) => may(role, item.needs));
}

export function isCurrent(item: NavItem, pathname: string): boolean {
  return item.href === "/" ? pathname === "/" : pathname === item.href || pathname.startsWith(`${item.href}/`);
}
