/** What every API route does before and after its one line of work. */
import { z } from "zod";
import { fromWire, toWire } from "../client/json.ts";
import type { Context } from "../context.ts";
import { isStorable } from "../db/storable.ts";
import { countHit } from "../db/system.ts";
import { AppError, Forbidden, Invalid, NotFound, RateLimited, TooLarge, Unauthenticated } from "../errors.ts";
import { type LoggedIn, sessionFromCookie } from "../users/session.ts";
import { errorResponse } from "./errors.ts";
import { clientAddress, isSameOrigin, readBody, requestId } from "./request.ts";

const BODY_LIMIT = 1_000_000;
const REQUESTS_PER_MINUTE = 600;

interface PublicRequest {
  request: Request;
  /** The query, camelCase; each name once. */
  query: Record<string, string>;
  /** The JSON body, camelCase; undefined without one. Still to be parsed by the verb. */
  body: Record<string, unknown>;
  /** The `[id]` of the path; what is no id at all is not found. */
  id: string;
  address: string;
}

interface BusinessRequest extends PublicRequest {
  ctx: Context;
  login: LoggedIn;
}

/** Next hands over no params at all to a route without a dynamic segment. */
type RouteContext = { params: Promise<Record<string, string> | undefined> };
type Handler<R> = (request: R) => Promise<Response>;

/** A route for people who are logged in. Writes must come from our own pages. */
export function businessRoute(handle: Handler<BusinessRequest>) {
  return route(admit, (read, login) => handle({ ...read, ctx: login.ctx, login }));
}

async function admit(request: Request): Promise<LoggedIn> {
  const login = await sessionFromCookie(request.headers.get("cookie"), requestId(request.headers));
  if (!login) throw new Unauthenticated();
  if (isWrite(request) && !isSameOrigin(request.headers)) throw new Forbidden("הבקשה לא הגיעה מהדפים שלנו");
  const { hits, secondsLeft } = await countHit(`api:${login.session.user_id}`, 60);
  if (hits > REQUESTS_PER_MINUTE) throw new RateLimited(secondsLeft, "יותר מדי בקשות בדקה האחרונה");
  return login;
}

const UPLOAD_LIMIT = 26 * 1024 * 1024;

/** A route for people who are logged in, that takes one file: `file` of a multipart form. */
export function uploadRoute(handle: (request: { ctx: Context; file: File }) => Promise<Response>) {
  return async (request: Request): Promise<Response> => {
    try {
      const { ctx } = await admit(request);
      return await handle({ ctx, file: await readUpload(request) });
    } catch (error) {
      return errorResponse(error, requestId(request.headers));
    }
  };
}

/** A route for anybody. */
export function publicRoute(handle: Handler<PublicRequest>) {
  return route(async () => null, handle);
}

/** A JSON answer in the API's own spelling. */
export function json(value: unknown, status = 200): Response {
  return Response.json(toWire(value), { status, headers: { "Cache-Control": "no-store" } });
}

/** Who may not come in learns nothing of what is wrong with the rest of the request. */
function route<T>(
  admitted: (request: Request) => Promise<T>,
  handle: (read: PublicRequest, who: T) => Promise<Response>,
) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    try {
      const who = await admitted(request);
      const read = {
        request,
        query: fromWire(readQuery(request)) as Record<string, string>,
        body: isWrite(request) ? await parseBody(request) : {},
        id: rowId((await context.params) ?? {}),
        address: clientAddress(request.headers),
      };
      return await handle(read, who);
    } catch (error) {
      return errorResponse(error, requestId(request.headers));
    }
  };
}

async function readUpload(request: Request): Promise<File> {
  const length = Number(request.headers.get("content-length") ?? Number.NaN);
  if (!(length <= UPLOAD_LIMIT)) throw new TooLarge("הקובץ גדול מדי: אפשר לצרף עד 25 מגה");
  const form = await request.formData().catch((cause: unknown) => {
    throw new Invalid("הקובץ לא נקלט", { cause });
  });
  const file = form.get("file");
  if (!(file instanceof File)) throw new Invalid("לא צורף קובץ");
  return file;
}

function rowId({ id = "" }: Record<string, string>): string {
  if (id !== "" && !z.uuid().safeParse(id).success) throw new NotFound();
  return id;
}

function readQuery(request: Request): Record<string, string> {
  const query = Object.fromEntries(new URL(request.url).searchParams);
  for (const value of Object.values(query)) refuseUnstorable(value);
  return query;
}

/** PostgreSQL cannot hold these characters, and no person types them. */
function refuseUnstorable(text: string): void {
  if (!isStorable(text)) throw new Invalid("יש בבקשה תו שאינו טקסט");
}

function isWrite(request: Request): boolean {
  return request.method !== "GET" && request.method !== "HEAD";
}

async function parseBody(request: Request): Promise<Record<string, unknown>> {
  const text = await readBody(request, BODY_LIMIT);
  if (text === null) throw new TooLarge();
  if (text === "") return {};
  if (!request.headers.get("content-type")?.startsWith("application/json"))
    throw new AppError("unsupported_type", "הבקשה צריכה להיות JSON");
  try {
    const value: unknown = JSON.parse(text, (key, inner) => {
      refuseUnstorable(key);
      if (typeof inner === "string") refuseUnstorable(inner);
      return inner;
    });
    if (value !== null && typeof value === "object" && !Array.isArray(value))
      return fromWire(value) as Record<string, unknown>;
  } catch (cause) {
    if (cause instanceof Invalid) throw cause;
    throw new Invalid("ה־JSON שנשלח אינו תקין", { cause });
  }
  throw new Invalid("הבקשה צריכה להיות אובייקט JSON");
}
