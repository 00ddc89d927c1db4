/** The control door: phones scan, write, are switched off and unlinked; connections end. Loopback only. */
import { z } from "zod";
import { answerInput } from "../common/control.ts";
import { jsonBody, type SimRequest, sendJson } from "../common/http.ts";
import { type Account, REFUSALS } from "./accounts/account.ts";
import { habitsSchema } from "./accounts/habits.ts";
import { CLOSE_CODES, close, closeAll } from "./closing.ts";
import { CannotWrite, phoneNumber, write, writingSchema } from "./messages/writing.ts";
import { CannotLink } from "./registration.ts";
import { scan, typeCode } from "./scanning.ts";
import { settingsSchema, type World } from "./world.ts";

const ONE_PHONE = /^\/_sim\/phones\/(?:\+|%2B)?([1-9]\d{6,14})(?:\/([a-z]+))?$/i;

const groupInput = z.strictObject({ subject: z.string().min(1), members: z.array(phoneNumber).min(1) });
const messagesQuery = z.strictObject({
  /** The number or group of one chat. */
  with: z.string().optional(),
  after: z.coerce.number().int().min(0).default(0),
  /** Until something has come, or something happened to what was sent. */
  wait: z.coerce.number().min(0).max(600_000).default(0),
});
const phoneInput = habitsSchema.partial().extend({
  onWhatsApp: z.boolean().optional(),
  restricted: z.boolean().optional(),
});
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
    case "POST /_sim/groups":
      return answerInput(request, () => {
        const { subject, members } = groupInput.parse(jsonBody(request));
        const group = world.groups.create(
          subject,
          members.map((number) => world.accounts.of(number)),
        );
        return { id: group.id, subject, members };
      });
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
        const { onWhatsApp, restricted, ...habits } = phoneInput.parse(jsonBody(request));
        if (onWhatsApp !== undefined) account.isOnWhatsApp = onWhatsApp;
        if (restricted !== undefined) account.isRestricted = restricted;
        account.phone.behave(habits);
        return view(account);
      });
    case "POST scan":
      return answerInput(
        request,
        await refusing(() => {
          const { qr } = z.strictObject({ qr: z.string() }).parse(jsonBody(request));
          scan(world, account, qr);
          return { scanned: true };
        }),
      );
    case "POST code":
      return answerInput(
        request,
        await refusing(() => {
          const { code } = z.strictObject({ code: z.string().length(8) }).parse(jsonBody(request));
          typeCode(world, account, code);
          return { typed: true };
        }),
      );
    case "POST messages":
      return writeOn(world, account, request);
    case "GET messages":
      return readOn(account, request);
    case "POST forget":
      return answerInput(request, () => {
        account.phone.forgetSessions();
        return view(account);
      });
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

async function writeOn(world: World, account: Account, request: SimRequest): Promise<true> {
  const written = await refusing(async () => ({
    id: await write(world, account, writingSchema.parse(jsonBody(request))),
  }));
  return answerInput(request, written);
}

async function readOn(account: Account, request: SimRequest): Promise<true> {
  const query = messagesQuery.safeParse(Object.fromEntries(request.query));
  const { inbox } = account.phone;
  // In an address a plus that is not escaped is a space.
  const chat = query.data?.with?.replace(/^ /, "+");
  if (query.data && query.data.wait > 0) {
    const { after, wait } = query.data;
    await inbox.until(() => inbox.after(after, chat).some(({ from }) => from !== account.number), wait);
  }
  return answerInput(request, () => {
    if (!query.success) throw query.error;
    return { items: inbox.after(query.data.after, chat) };
  });
}

/** Runs `work` and gives its result, or throws what went wrong, when called; what a phone cannot do is the request's fault. */
async function refusing<T>(work: () => T | Promise<T>): Promise<() => T> {
  try {
    const result = await work();
    return () => result;
  } catch (error) {
    return () => {
      if (!(error instanceof CannotLink || error instanceof CannotWrite)) throw error;
      throw new z.ZodError([{ code: "custom", path: [], message: error.message, input: undefined }]);
    };
  }
}

function view(account: Account): unknown {
  return {
    number: account.number,
    lid: account.address("lid"),
    onWhatsApp: account.isOnWhatsApp,
    restricted: account.isRestricted,
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
