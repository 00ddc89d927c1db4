import { UsersRound } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { RecipientView } from "#lib/broadcasts/schemas/broadcast.ts";
import type { RecipientResult } from "#lib/broadcasts/schemas/states.ts";
import { When } from "../format/when.tsx";
import { Phone, Said } from "../ui/bidi.tsx";
import { Card } from "../ui/card.tsx";
import { Chip, type ChipTone } from "../ui/chip.tsx";
import { Empty } from "../ui/empty.tsx";

const TONES: Record<RecipientResult, ChipTone> = {
  waiting: "plain",
  queued: "plain",
  sent: "info",
  delivered: "info",
  read: "good",
  failed: "live",
  skipped: "warn",
};

/** What became of it with each of them, and why not. */
export function RecipientList({ recipients }: { recipients: RecipientView[] }) {
  const t = useTranslations("broadcasts");
  return (
    <Card className="overflow-hidden">
      {recipients.length === 0 ? (
        <Empty icon={UsersRound} title={t("nothing")} className="py-12" />
      ) : (
        <table className="w-full table-fixed border-collapse text-sm max-md:block">
          <caption className="sr-only">{t("recipients")}</caption>
          <thead className="max-md:sr-only">
            <tr>
              {(["who", "result", "reason", "when"] as const).map((name) => (
                <th
                  key={name}
                  scope="col"
                  className={`border-line border-b px-4 py-2.5 text-start font-semibold text-ink-2 text-xs ${WIDTHS[name]}`}
                >
                  {t(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody className="max-md:block">
            {recipients.map((recipient) => (
              <Row key={recipient.id} recipient={recipient} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

const WIDTHS = { who: "w-[34%]", result: "w-[7.5rem]", reason: "", when: "w-[7rem]" };

/** On a phone a card of two or three lines. */
function Row({ recipient }: { recipient: RecipientView }) {
  const { result, reason, at } = recipient;
  const t = useTranslations("broadcasts");
  return (
    <tr className="relative border-line not-last:border-b transition-colors duration-150 focus-within:bg-surface-0 hover:bg-surface-0 max-md:grid max-md:grid-cols-[minmax(0,1fr)_auto] max-md:gap-1 max-md:px-4 max-md:py-3">
      <td className="align-middle md:px-4 md:py-3">
        <Who recipient={recipient} />
      </td>
      <td className="align-middle md:px-4 md:py-3">
        <Chip tone={TONES[result]}>{t(`one_${result}`)}</Chip>
      </td>
      <td className="align-middle text-ink-2 empty:hidden max-md:row-start-2 md:table-cell! md:px-4 md:py-3">
        {reason}
      </td>
      <td className="align-middle text-ink-3 empty:hidden max-md:col-start-2 max-md:row-start-2 max-md:justify-self-end max-md:text-xs md:table-cell! md:px-4 md:py-3">
        {at ? <When at={at} /> : null}
      </td>
    </tr>
  );
}

function Who({ recipient: { customerName, phone, conversationId } }: { recipient: RecipientView }) {
  const t = useTranslations("broadcasts");
  const name = customerName ? <Said>{customerName}</Said> : phone ? <Phone e164={phone} /> : t("unknown");
  return (
    <span className="grid min-w-0">
      {conversationId ? (
        <Link
          href={`/inbox?c=${conversationId}`}
          prefetch={false}
          className="truncate font-semibold after:absolute after:inset-0"
        >
          {name}
        </Link>
      ) : (
        <span className="truncate font-semibold">{name}</span>
      )}
      {customerName && phone ? <Phone e164={phone} className="justify-self-start text-ink-3 text-xs" /> : null}
    </span>
  );
}
