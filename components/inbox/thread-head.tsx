"use client";
import {
  ArrowRight,
  Bell,
  BellOff,
  Bot,
  Check,
  EllipsisVertical,
  RotateCcw,
  UserRoundCheck,
  UserRoundX,
} from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useEffect } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { changeConversation } from "#lib/client/messages.ts";
import { addDays, localDay, startOfDay } from "#lib/hebrew/time.ts";
import type { ChangeConversationInput, ConversationView, StaffView } from "#lib/messaging/schemas/views.ts";
import { Phone, Said } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import {
  Menu,
  MenuChoice,
  MenuContent,
  MenuItem,
  MenuLabel,
  MenuLine,
  MenuRadioGroup,
  MenuTrigger,
} from "../ui/menu.tsx";
import { inboxHref } from "./inbox-query.ts";
import { StateChips } from "./state-chips.tsx";
import { TagEditor } from "./tag-editor.tsx";

interface ThreadHeadProps {
  conversation: ConversationView;
  backHref: string;
  userId: string;
  staff: StaffView[];
  agentAnswers: boolean;
  writable: boolean;
  cardSheet: ReactNode;
}

const HOUR_MS = 3_600_000;
/** When a conversation that was put off until tomorrow comes back, after midnight. */
const MORNING_MS = 9 * HOUR_MS;

/** Who it is with, who answers, and what can be done with it. */
export function ThreadHead(props: ThreadHeadProps) {
  const { conversation, backHref, userId, staff, agentAnswers, writable, cardSheet } = props;
  const { id, customerName, phone, mode, state, assigneeId, unread, tags } = conversation;
  const t = useTranslations("inbox");
  const router = useRouter();

  async function change(changes: Omit<ChangeConversationInput, "conversationId">) {
    try {
      await changeConversation({ conversationId: id, ...changes });
      router.refresh();
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
  }

  // Who may write and has it open has read it.
  useEffect(() => {
    if (!writable || unread === 0) return;
    void changeConversation({ conversationId: id, read: true }).catch(() => {});
  }, [id, unread, writable]);

  const tomorrow = () => new Date(startOfDay(addDays(localDay(new Date()), 1)).getTime() + MORNING_MS).toISOString();
  return (
    <header className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 border-line border-b bg-surface-1 px-3 py-2.5 sm:px-4">
      <Button asChild look="bare" size="icon" className="size-11 sm:row-span-2 lg:hidden">
        <Link href={backHref} aria-label={t("back")}>
          <ArrowRight aria-hidden="true" className="ltr:rotate-180" />
        </Link>
      </Button>
      <h1 className="col-start-2 row-start-1 truncate font-bold text-md">
        {customerName ? <Said>{customerName}</Said> : <Phone e164={phone} />}
      </h1>
      <div className="row-start-2 flex flex-wrap items-center gap-1.5 text-ink-2 text-sm max-sm:col-span-full sm:col-start-2">
        <Phone e164={phone} className="max-sm:hidden" />
        <StateChips conversation={conversation} agentAnswers={agentAnswers} />
        {writable || tags.length > 0 ? (
          <TagEditor
            tags={tags}
            label={t("conversationTags")}
            writable={writable}
            hrefOf={(tag) => inboxHref({ filter: "open", tag, conversationId: id })}
            onSave={(all) => changeConversation({ conversationId: id, tags: all })}
          />
        ) : null}
      </div>
      <div className="col-start-3 row-start-1 flex items-center gap-1 sm:row-span-2">
        {cardSheet}
        {writable ? (
          <>
            {mode === "bot" ? (
              <Button
                className="max-md:min-h-11"
                aria-label={t("takeOver")}
                onClick={() => void change({ mode: "human" })}
              >
                <UserRoundCheck aria-hidden="true" />
                <span className="sm:hidden">{t("takeOverShort")}</span>
                <span className="max-sm:hidden">{t("takeOver")}</span>
              </Button>
            ) : (
              <Button
                className="max-md:min-h-11"
                aria-label={t("handBack")}
                onClick={() => void change({ mode: "bot" })}
              >
                <Bot aria-hidden="true" />
                <span className="sm:hidden">{t("handBackShort")}</span>
                <span className="max-sm:hidden">{t("handBack")}</span>
              </Button>
            )}
            <Menu>
              <MenuTrigger asChild>
                <Button look="bare" size="icon" className="max-md:size-11" aria-label={t("moreActions")}>
                  <EllipsisVertical aria-hidden="true" />
                </Button>
              </MenuTrigger>
              <MenuContent align="end">
                {assigneeId === userId ? (
                  <MenuItem onSelect={() => void change({ assigneeId: null })}>
                    <UserRoundX aria-hidden="true" />
                    {t("unassign")}
                  </MenuItem>
                ) : (
                  <MenuItem onSelect={() => void change({ assigneeId: userId })}>
                    <UserRoundCheck aria-hidden="true" />
                    {t("assignMe")}
                  </MenuItem>
                )}
                <MenuLine />
                <MenuLabel id="assign-to">{t("assign")}</MenuLabel>
                <MenuRadioGroup
                  aria-labelledby="assign-to"
                  value={assigneeId ?? ""}
                  onValueChange={(chosen) => void change({ assigneeId: chosen === "" ? null : chosen })}
                  className="max-h-56 overflow-y-auto"
                >
                  {staff.map((one) => (
                    <MenuChoice key={one.id} value={one.id}>
                      <Said>{one.name}</Said>
                    </MenuChoice>
                  ))}
                  <MenuChoice value="">{t("nobody")}</MenuChoice>
                </MenuRadioGroup>
                <MenuLine />
                {state === "snoozed" ? (
                  <MenuItem onSelect={() => void change({ state: "open" })}>
                    <Bell aria-hidden="true" />
                    {t("wake")}
                  </MenuItem>
                ) : null}
                <MenuItem
                  onSelect={() =>
                    void change({ state: "snoozed", snoozedUntil: new Date(Date.now() + HOUR_MS).toISOString() })
                  }
                >
                  <BellOff aria-hidden="true" />
                  {t("snoozeHour")}
                </MenuItem>
                <MenuItem onSelect={() => void change({ state: "snoozed", snoozedUntil: tomorrow() })}>
                  <BellOff aria-hidden="true" />
                  {t("snoozeTomorrow")}
                </MenuItem>
                <MenuLine />
                {state === "closed" ? (
                  <MenuItem onSelect={() => void change({ state: "open" })}>
                    <RotateCcw aria-hidden="true" />
                    {t("reopen")}
                  </MenuItem>
                ) : (
                  <MenuItem onSelect={() => void change({ state: "closed" })}>
                    <Check aria-hidden="true" />
                    {t("close")}
                  </MenuItem>
                )}
              </MenuContent>
            </Menu>
          </>
        ) : null}
      </div>
    </header>
  );
}
