import { z } from "zod";
import { AppError, type ErrorCode, Invalid, RateLimited } from "../errors.ts";
import { log } from "../log.ts";

const statusOf: Record<ErrorCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  too_large: 413,
  unsupported_type: 415,
  rule: 422,
  rate_limited: 429,
  provider_failed: 502,
  unavailable: 503,
  internal: 500,
  not_configured: 501,
};

/** An error as the API answers it: `{error:{code, message (Hebrew), details?, request_id}}`. What is not the asker's fault tells nothing more. */
export function errorResponse(error: unknown, requestId: string | null): Response {
  const known = asAppError(error);
  const ours = statusOf[known.code] >= 500 && known.code !== "not_configured";
  if (ours) log().error({ err: error, request_id: requestId }, "request failed");
  const headers = new Headers();
  if (known instanceof RateLimited) headers.set("Retry-After", String(known.retryAfterSeconds));
  const body = {
    error: {
      code: known.code,
      message: known.messageHe,
      ...(known.details === undefined || ours ? {} : { details: known.details }),
      request_id: requestId,
    },
  };
  return Response.json(body, { status: statusOf[known.code], headers });
}

function asAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) {
    const details = error.issues.map((issue) => ({ path: issue.path.map(snake).join("."), message: issue.message }));
    return new Invalid(details.length === 1 && details[0] ? hebrewOr(details[0].message) : undefined, {
      details,
      cause: error,
    });
  }
  return new AppError("internal", "משהו השתבש אצלנו. כדאי לנסות שוב בעוד רגע", { cause: error });
}

/** Our own messages are Hebrew; zod's default ones are not for people. */
function hebrewOr(message: string): string | undefined {
  return /[א-ת]/.test(message) ? message : undefined;
}

function snake(part: PropertyKey): string {
  return String(part).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
