import { useTranslations } from "next-intl";

/** The caller has spoken, and the answer is on its way. */
export function Thinking() {
  const t = useTranslations("call");
  return (
    <li className="animate-arrive self-end rounded-lg rounded-se-xs bg-brand-soft px-4 py-3.5">
      <span className="sr-only">{t("thinking")}</span>
      <span aria-hidden="true" className="flex gap-1">
        {["0ms", "200ms", "400ms"].map((delay) => (
          <span
            key={delay}
            style={{ animationDelay: delay }}
            className="size-1.5 animate-pulse-dot rounded-full bg-brand"
          />
        ))}
      </span>
    </li>
  );
}
