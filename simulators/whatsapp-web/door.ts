/** The control door: phones scan, write, are switched off and unlinked; connections end. Loopback only. */
import { z } from "zod";
import { answerInput } from "../common/control.ts";
import { jsonBody, type SimRequest, sendJson } from "../common/http.ts";
import { type Account, REFUSALS } from "./accounts/account.ts";
import { habitsSchema } from "./accounts/habits.ts";
import { CLOSE_CODES, close, closeAll } from "./closing.ts";
import { CannotLink } from "./registration.ts";
import { scan, typeCode } from "./scanning.ts";
import { settingsSchema, type World } from "./world.ts";

const ONE_PHONE = /^\/_sim\/phones\/(?:\+|%2B)?([1-9]\d{6,14})(?:\/([a-z]+))?$/i;

const phoneInput = habitsSchema.partial().extend({ onWhatsApp: z.boolean().optional() });
const closeInput = z.strictObject({ code: z.union(CLOSE_CODES.map((code) => z.literal(code))) });
const refuseInput = z.strictObject({
  code: z.union(REFUSALS.map((code) => z.literal(code))).nullable(),
  times: z.number().int().positive().optional(),
});
const deadInput = z.strictObject({ dead: z.enum(["silent", "only_pings"]).nullable() });

/** Answers a request at the door. False when there is no such door. */
export async function answerDoor(world: World, request: SimRequest): Promise<boolean> {
  const { method, path, res } = request;
  switch (`${method} ${path}`) {
    case "GET /_sim/requests":
      sendJson(res, 200, { items: world.requests.after(Number(request.query.get("after") ?? 0)) });
      return true;
    case "GET /_sim/phones":
      sendJson(res, 200, { items: world.accounts.all().map(view), unpaired: world.registrations.size });
      return true;
    case "POST /_sim/settings":
      return answerInput(request, () =>
        Object.assign(world.settings, settingsSchema.partial().parse(jsonBody(request))),
      );
    case "POST /_sim/close":
      return answerInput(request, () => {
        const { code } = closeInput.parse(jsonBody(request));
        return { closed: closeAll(world, code) };
      });
    default:
      break;
  }
  const [, digits, door] = ONE_PHONE.exec(path) ?? [];
  return digits === undefined ? false : answerPhone(world, world.accounts.of(`+${digits}`), door, request);
}

async function answerPhone(
  world: World,
  account: Account,
  door: string | undefined,
  request: SimRequest,
): Promise<boolean> {
  switch (`${request.method} ${door ?? ""}`.trim()) {
    case "GET":
      sendJson(request.res, 200, view(account));
      return true;
    case "POST":
      return answerInput(request, () => {
        const { onWhatsApp, ...habits } = phoneInput.parse(jsonBody(request));
        if (onWhatsApp !== undefined) account.isOnWhatsApp = onWhatsApp;
        Object.assign(account.phone.habits, habits);
        return view(account);
      });
    case "POST scan":
      return answerInput(request, () =>
        refusable(() => {
          const { qr } = z.strictObject({ qr: z.string() }).parse(jsonBody(request));
          scan(world, account, qr);
          return { scanned: true };
        }),
      );
    case "POST code":
      return answerInput(request, () =>
        refusable(() => {
          const { code } = z.strictObject({ code: z.string().length(8) }).parse(jsonBody(request));
          typeCode(world, account, code);
          return { typed: true };
        }),
      );
    case "POST close":
      return answerInput(request, () => {
        const { code } = closeInput.parse(jsonBody(request));
        return { closed: close(account, code) };
      });
    case "POST refuse":
      return answerInput(request, () => {
        const { code, times } = refuseInput.parse(jsonBody(request));
        account.refusal = code === null ? undefined : { code, times };
        return view(account);
      });
    case "POST dead":
      return answerInput(request, () => {
        const { dead } = deadInput.parse(jsonBody(request));
        for (const { connection } of account.companions.values())
          if (connection) connection.deadness = dead ?? undefined;
        return view(account);
      });
    default:
      return false;
  }
}

/** Runs `work`; what the phone cannot do is said as a fault of the request. */
function refusable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof CannotLink)) throw error;
    throw new z.ZodError([{ code: "custom", path: [], message: error.message, input: undefined }]);
  }
}

function view(account: Account): unknown {
  return {
    number: account.number,
    lid: account.address("lid"),
    onWhatsApp: account.isOnWhatsApp,
    ...account.phone.habits,
    refuses: account.refusal ?? null,
    devices: [...account.companions.values()].map((companion) => ({
      id: companion.id,
      connected: companion.connection !== undefined,
      dead: companion.connection?.deadness ?? null,
      pending: companion.pendingCount,
      preKeys: companion.keys.preKeys.size,
    })),
  };
}
