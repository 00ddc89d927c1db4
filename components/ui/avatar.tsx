import { withoutInvisible } from "#lib/hebrew/bidi.ts";
import { cn } from "./cn.ts";

const tones = ["bg-info-soft text-info", "bg-brand-soft text-brand-strong", "bg-warn-soft text-warn"] as const;

/** Somebody's initials, always in the same colour; a question mark for a person whose name is not known yet. */
export function Avatar({ name, className }: { name: string | null; className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={cn(
        "grid size-8.5 shrink-0 place-items-center rounded-full font-bold text-xs",
        toneOf(name),
        className,
      )}
    >
      {initials(name)}
    </span>
  );
}

function initials(name: string | null): string {
  const words = withoutInvisible(name ?? "")
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  if (words.length === 0) return "?";
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => Array.from(word ?? "")[0] ?? "").join("");
}

function toneOf(name: string | null): string {
  const sum = Array.from(name ?? "").reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return tones[sum % tones.length] ?? tones[0];
}
