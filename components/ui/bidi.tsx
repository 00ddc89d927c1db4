import { Children, type ReactNode } from "react";
import { withoutOverrides } from "#lib/hebrew/bidi.ts";
import { formatPhone } from "#lib/hebrew/phone.ts";
import { cn } from "./cn.ts";

/** Times, sums, codes: left to right also inside Hebrew, digits of one width. */
export function Ltr({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="ltr" className={className}>
      {children}
    </bdi>
  );
}

/**
 * What a person typed or said: in the direction of its own first letter, and in the order in which it was written, whatever
 * is hidden in it to turn it around. Leave it inline: as a block of its own it would also go to the other side.
 */
export function Said({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="auto" className={className}>
      {Children.map(children, (child) => (typeof child === "string" ? withoutOverrides(child) : child))}
    </bdi>
  );
}

/**
 * The same as a block of its own, where it is cut off when it is too long: it stays on the page's side, and what is cut
 * off is its own end. Inline, an English sentence would lose its beginning.
 */
export function SaidBlock({ children, className }: { children: ReactNode; className?: string }) {
  return <Said className={cn("block [text-align:match-parent]", className)}>{children}</Said>;
}

/** A phone number as people here write it. */
export function Phone({ e164, className }: { e164: string; className?: string }) {
  return <Ltr className={className}>{formatPhone(e164)}</Ltr>;
}
