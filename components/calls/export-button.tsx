import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { CallListInput } from "#lib/calls/schemas/views.ts";
import { callExportUrl } from "#lib/client/calls.ts";
import { Button } from "../ui/button.tsx";

/** All calls of the filter, for a spreadsheet. */
export function ExportButton({ filter }: { filter: CallListInput }) {
  const t = useTranslations("calls");
  return (
    <Button asChild>
      <a href={callExportUrl(filter)} download>
        <Download aria-hidden="true" />
        {t("export")}
      </a>
    </Button>
  );
}
