/** How pages speak with the API: snake_case on the wire, camelCase and parsed in here. */
import { z } from "zod";
import { ApiError } from "./api-error.ts";
import { fromWire, toWire } from "./json.ts";

type Query = Record<string, string | number | null | undefined>;

interface RequestOptions {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  query?: Query;
  body?: unknown;
  /** Instead of a JSON body. */
  form?: FormData;
  signal?: AbortSignal;
}

const NO_ANSWER = "אין תשובה מהשרת. כדאי לבדוק את החיבור לרשת ולנסות שוב";
const NOT_UNDERSTOOD = "משהו השתבש אצלנו. כדאי לנסות שוב בעוד רגע";

/** Asks the API and parses its answer. Throws ApiError, whose message is Hebrew and for people. */
export async function api<T>(path: string, answer: z.ZodType<T>, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  const parsed = answer.safeParse(fromWire(await readJson(response)));
  if (parsed.success) return parsed.data;
  throw new ApiError(response.status, "unexpected_answer", NOT_UNDERSTOOD, {
    requestId: idOf(response),
    cause: parsed.error,
  });
}

/** Asks the API where the answer's body does not matter. Throws ApiError. */
export async function apiDo(path: string, options: RequestOptions): Promise<void> {
  await send(path, options);
}

/** Asks the API for something that is not JSON. Throws ApiError. */
export async function apiBlob(path: string, options: RequestOptions): Promise<Blob> {
  const response = await send(path, options);
  return response.blob();
}

/** The address of something that the browser itself fetches. */
export function apiUrl(path: string, query: Query): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== null && value !== undefined && value !== "") search.set(name, String(value));
  const text = search.toString();
  return text ? `${path}?${text}` : path;
}

async function send(
  path: string,
  { method = "GET", query = {}, body, form, signal }: RequestOptions,
): Promise<Response> {
  const response = await fetch(apiUrl(path, query), {
    method,
    headers:
      body === undefined
        ? { Accept: "application/json" }
        : { Accept: "application/json", "Content-Type": "application/json" },
    ...(form ? { body: form } : body === undefined ? {} : { body: JSON.stringify(toWire(body)) }),
    ...(signal ? { signal } : {}),
  }).catch((cause: unknown) => {
    throw new ApiError(0, "no_answer", NO_ANSWER, { cause });
  });
  if (response.ok) return response;
  throw await toApiError(response);
}

const refusal = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    requestId: z.string().nullish(),
    details: z.unknown().optional(),
  }),
});
const fieldList = z.array(z.object({ path: z.string(), message: z.string() }));

async function toApiError(response: Response): Promise<ApiError> {
  const parsed = refusal.safeParse(fromWire(await readJson(response)));
  if (!parsed.success)
    return new ApiError(response.status, "unexpected_answer", NOT_UNDERSTOOD, { requestId: idOf(response) });
  const { code, message, requestId, details } = parsed.data.error;
  const fields = fieldList.safeParse(details);
  return new ApiError(response.status, code, message, {
    requestId: requestId ?? idOf(response),
    fields: fields.success ? Object.fromEntries(fields.data.map((field) => [field.path, field.message])) : {},
  });
}

/** The JSON of an answer; null when it is something else (a proxy's page, say). */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function idOf(response: Response): string | null {
  return response.headers.get("x-request-id");
}
