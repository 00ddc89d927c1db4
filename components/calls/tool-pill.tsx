import { useTranslations } from "next-intl";
import type { TurnView } from "#lib/calls/schemas/views.ts";
import { Phone, Said } from "../ui/bidi.tsx";

type ToolUse = TurnView["tools"][number];

const known = ["take_message", "open_task", "transfer_call", "end_call"] as const;
const fields = ["name", "phone", "message", "title", "details", "reason", "to"] as const;
type FieldName = (typeof fields)[number];

/** What the agent did while speaking: what went in, and what came out. */
export function ToolPill({ tool }: { tool: ToolUse }) {
  const t = useTranslations("tool");
  const name = known.find((candidate) => candidate === tool.name);
  const went = wordsOf(tool.input);
  const came = wordsOf(tool.output).filter((word) => !went.some((given) => given.value === word.value));
  const refused = tool.output.ok === false;
  return (
    <li className="max-w-full self-center text-ink-2 text-xs">
      <span className="inline-flex max-w-full flex-wrap items-center justify-center gap-x-1.5 rounded-[14px] border border-line-strong border-dashed px-3 py-1 text-center">
        <b className="font-semibold">{name ? t(name) : t("other", { name: tool.name })}</b>
        {went.map((word) => (
          <Word key={word.field} word={word} />
        ))}
        <span aria-hidden="true" className="ltr:-scale-x-100 inline-block">
          ←
        </span>
        <span className="sr-only">{t("leadsTo")}</span>
        <span className={refused ? "font-semibold text-warn" : "font-semibold text-good"}>
          {t(refused ? "refused" : "done")}
        </span>
        {came.map((word) => (
          <Word key={word.field} word={word} />
        ))}
      </span>
    </li>
  );
}

interface ToolWord {
  field: FieldName;
  value: string;
}

/** The fields that mean something to people; ids and flags do not. */
function wordsOf(values: Record<string, unknown>): ToolWord[] {
  return fields.flatMap((field) => {
    const value = values[field];
    return typeof value === "string" && value.trim() !== "" ? [{ field, value }] : [];
  });
}

function Word({ word }: { word: ToolWord }) {
  const t = useTranslations("tool");
  return (
    <span className="min-w-0">
      <span aria-hidden="true">· </span>
      <span className="text-ink-3">{t(`field_${word.field}`)}:</span>{" "}
      {word.value.startsWith("+") ? <Phone e164={word.value} /> : <Said className="break-words">{word.value}</Said>}
    </span>
  );
}
