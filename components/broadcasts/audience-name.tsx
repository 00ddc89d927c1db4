import { useTranslations } from "next-intl";
import type { BroadcastAudience } from "#lib/broadcasts/schemas/states.ts";
import { Said } from "../ui/bidi.tsx";

/** Whom a broadcast was for, in a few words. */
export function AudienceName({ audience }: { audience: BroadcastAudience }) {
  const t = useTranslations("broadcasts");
  return audience.kind === "tag"
    ? t.rich("toTag", { tag: audience.tag, said: (words) => <Said>{words}</Said> })
    : t("toList");
}
