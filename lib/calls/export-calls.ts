import type { Context } from "../context.ts";
import { CSV_BOM, csvLine } from "../csv.ts";
import { forBusiness } from "../db/tenant.ts";
import { formatPhone } from "../hebrew/phone.ts";
import { requirePermission } from "../permissions.ts";
import { callPage } from "./queries.ts";
import { type CallListInput, type CallView, callListInput } from "./schemas/views.ts";

const HEADER = [
  "התחלה",
  "שם",
  "מספר",
  "סטטוס",
  "סיום",
  "משך בשניות",
  "תורות",
  "חציון מענה (מ״ש)",
  "מה נאמר",
  "סיכום",
  "מה רצו",
  "ציון",
  "אווירה",
];
const PAGE = 200;

const when = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Jerusalem", dateStyle: "short", timeStyle: "medium" });

/** The calls that the same filter lists, all of them, as CSV for a spreadsheet, page by page. */
export async function* exportCalls(ctx: Context, input: CallListInput): AsyncGenerator<string> {
  requirePermission(ctx, "calls.export");
  const filter = { ...callListInput.parse(input), limit: PAGE };
  yield CSV_BOM + csvLine(HEADER);
  let cursor: string | null | undefined;
  do {
    const page = await forBusiness(
      ctx,
      (tx) => callPage(tx, { ...filter, cursor: cursor ?? undefined }),
      "exportCalls",
    );
    yield page.items.map(toLine).join("");
    cursor = page.nextCursor;
  } while (cursor);
}

function toLine(call: CallView): string {
  return csvLine([
    when.format(new Date(call.startedAt)),
    call.customerName ?? "",
    call.from ? formatPhone(call.from) : "",
    call.status,
    call.ending ?? "",
    String(call.durationS),
    String(call.turnCount),
    call.voiceToVoiceMs === null ? "" : String(call.voiceToVoiceMs),
    call.excerpt ?? "",
    call.summary ?? "",
    call.want ?? "",
    call.score === null ? "" : String(call.score),
    call.sentiment ?? "",
  ]);
}
