import {
  House,
  ListChecks,
  type LucideIcon,
  Megaphone,
  MessageCircle,
  Package,
  Phone,
  Settings,
  ShoppingBag,
} from "lucide-react";
import { may, type Permission, type Role } from "#lib/permissions.ts";

export type NavName = "home" | "calls" | "messages" | "broadcasts" | "tasks" | "orders" | "products" | "settings";

export interface NavItem {
  name: NavName;
  href: string;
  icon: LucideIcon;
  needs: Permission;
  /** Has a place of its own under the thumb; the others are behind "more". */
  onPhone: boolean;
}

const items: readonly NavItem[] = [
  { name: "home", href: "/", icon: House, needs: "calls.read", onPhone: true },
  { name: "calls", href: "/calls", icon: Phone, needs: "calls.read", onPhone: true },
  { name: "messages", href: "/inbox", icon: MessageCircle, needs: "messages.read", onPhone: true },
  { name: "broadcasts", href: "/broadcasts", icon: Megaphone, needs: "broadcasts.read", onPhone: false },
  { name: "tasks", href: "/tasks", icon: ListChecks, needs: "tasks.read", onPhone: true },
  { name: "orders", href: "/orders", icon: ShoppingBag, needs: "orders.read", onPhone: false },
  { name: "products", href: "/products", icon: Package, needs: "products.read", onPhone: false },
  { name: "settings", href: "/settings", icon: Settings, needs: "business.read", onPhone: false },
];

/** The pages that this role may see. */
export function navItems(role: Role): readonly NavItem[] {
  return items.filter((item) => may(role, item.needs));
}

export function isCurrent(item: NavItem, pathname: string): boolean {
  return item.href === "/" ? pathname === "/" : pathname === item.href || pathname.startsWith(`${item.href}/`);
}
