import { LayoutTemplate } from "lucide-react";
import { useTranslations } from "next-intl";
import { Empty } from "../ui/empty.tsx";
import { RefreshButton } from "./refresh-button.tsx";

/** Nothing can be sent yet: where templates are made. Or this business's carrier has none. */
export function NoTemplates({ carried, className }: { carried: boolean; className?: string }) {
  const t = useTranslations("templates");
  return (
    <Empty
      icon={LayoutTemplate}
      title={t(carried ? "noneTitle" : "notCarriedTitle")}
      {...(className ? { className } : {})}
    >
      <div className="grid justify-items-center gap-3">
        <p>{t(carried ? "none" : "notCarried")}</p>
        {carried ? <RefreshButton /> : null}
      </div>
    </Empty>
  );
}
