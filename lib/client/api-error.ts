/** An answer of the API that is not what was asked for. `message` is for people. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly requestId: string | null;
  /** Which fields were refused, and why. */
  readonly fields: Record<string, string>;

  constructor(
    status: number,
    code: string,
    message: string,
    more: { requestId?: string | null; fields?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause });
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.requestId = more.requestId ?? null;
    this.fields = more.fields ?? {};
  }
}
