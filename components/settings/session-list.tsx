"use client";
import { Monitor, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { revokeSession } from "#lib/client/settings.ts";
import type { SessionView } from "#lib/users/schemas.ts";
import { When } from "../format/when.tsx";
import { Ltr } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Card, CardTitle } from "../ui/card.tsx";
import { Chip } from "../ui/chip.tsx";
import { deviceOf } from "./device.ts";

/** Where this person is logged in; any other place can be cut off. */
export function SessionList({ sessions }: { sessions: SessionView[] }) {
  const t = useTranslations("sessions");
  const router = useRouter();

  async function revoke(sessionId: string) {
    try {
      await revokeSession(sessionId);
      toast.success(t("revoked"));
    } catch (error) {
      toast.error(error instanceof ApiError ? error.message : String(error));
    }
    router.refresh();
  }

  return (
    <Card aria-labelledby="sessions">
      <div className="grid gap-1 p-4 sm:px-5">
        <CardTitle id="sessions">{t("title")}</CardTitle>
        <p className="text-ink-2 text-sm">{t("intro")}</p>
      </div>
      <ul>
        {sessions.map((session) => {
          const { browser, os, phone } = deviceOf(session.userAgent);
          const device = browser && os ? t("onOs", { browser, os }) : (browser ?? os ?? t("unknownDevice"));
          const Icon = phone ? Smartphone : Monitor;
          return (
            <li key={session.id} className="flex flex-wrap items-center gap-3 border-line border-t px-4 py-3 sm:px-5">
              <Icon aria-hidden="true" className="size-5 shrink-0 text-ink-3" />
              <div className="min-w-0 flex-1">
                <p className="flex flex-wrap items-center gap-2 font-semibold text-sm">
                  {device}
                  {session.current ? <Chip tone="brand">{t("current")}</Chip> : null}
                </p>
                <p className="text-ink-2 text-xs">
                  {session.address === "unknown" ? t("unknownAddress") : <Ltr>{session.address}</Ltr>} · {t("since")}{" "}
                  <When at={session.createdAt} />
                </p>
              </div>
              {session.current ? null : (
                <Button
                  size="sm"
                  look="danger"
                  aria-label={t("revokeOf", { device })}
                  onClick={() => void revoke(session.id)}
                >
                  {t("revoke")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
