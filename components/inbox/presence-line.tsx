import { useTranslations } from "next-intl";
import type { StaffView } from "#lib/messaging/schemas/views.ts";
import type { Colleague } from "../live/presence-board.ts";
import { Said } from "../ui/bidi.tsx";

/** Which colleagues are in the conversation, and who of them is writing. */
export function PresenceLine({ colleagues, staff }: { colleagues: readonly Colleague[]; staff: StaffView[] }) {
  const t = useTranslations("inbox");
  const known = colleagues.flatMap(({ userId, typing }) => {
    const name = staff.find(({ id }) => id === userId)?.name;
    return name === undefined ? [] : [{ userId, name, typing }];
  });
  return (
    <ul aria-live="polite" className="flex flex-wrap gap-x-4 bg-surface-0 px-4 text-ink-2 text-xs *:py-1">
      {known.map(({ userId, name, typing }) => (
        <li key={userId}>
          {t.rich(typing ? "colleagueTyping" : "colleagueHere", {
            name: () => <Said className="font-semibold">{name}</Said>,
          })}
        </li>
      ))}
    </ul>
  );
}
