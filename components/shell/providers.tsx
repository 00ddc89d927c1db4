"use client";
import { Direction } from "radix-ui";
import type { ReactNode } from "react";

/** The direction for everything that opens in a layer of its own (menus, dialogs). */
export function DirectionProvider({ dir, children }: { dir: "rtl" | "ltr"; children: ReactNode }) {
  return <Direction.Provider dir={dir}>{children}</Direction.Provider>;
}
