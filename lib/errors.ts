/**
 * The errors that the product speaks. `messageHe` is for people (Hebrew, neutral in gender); `message` for logs.
 * What a vendor said stays in `cause`: vendor words never become our own.
 */
export type ErrorCode =
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "unsupported_type"
  | "rule"
  | "rate_limited"
  | "provider_failed"
  | "not_configured"
  | "unavailable"
  | "internal";

interface AppErrorOptions {
  details?: unknown;
  cause?: unknown;
}

export class AppError extends Error {
  readonly code: ErrorCode;
  readonly messageHe: string;
  readonly details: unknown;

  constructor(code: ErrorCode, messageHe: string, options: AppErrorOptions = {}) {
    super(`${code}: ${messageHe}`, { cause: options.cause });
    this.name = new.target.name;
    this.code = code;
    this.messageHe = messageHe;
    this.details = options.details;
  }
}

/** What came in cannot be understood (HTTP 400). `details` lists the fields. */
export class Invalid extends AppError {
  constructor(messageHe = "הנתונים שנשלחו אינם תקינים", options: AppErrorOptions = {}) {
    super("invalid", messageHe, options);
  }
}

export class Unauthenticated extends AppError {
  constructor(messageHe = "צריך להתחבר כדי להמשיך") {
    super("unauthenticated", messageHe);
  }
}

export class Forbidden extends AppError {
  constructor(messageHe = "אין הרשאה לפעולה הזאת", options: AppErrorOptions = {}) {
    super("forbidden", messageHe, options);
  }
}

/** Also for the rows of another business: that they exist is nobody else's matter. */
export class NotFound extends AppError {
  constructor(messageHe = "הפריט לא נמצא") {
    super("not_found", messageHe);
  }
}

export class Conflict extends AppError {
  constructor(messageHe: string, options: AppErrorOptions = {}) {
    super("conflict", messageHe, options);
  }
}

export class TooLarge extends AppError {
  constructor(messageHe = "הבקשה גדולה מדי") {
    super("too_large", messageHe);
  }
}

/** Understood, but against a rule of the business (HTTP 422). */
export class RuleBroken extends AppError {
  constructor(messageHe: string, options: AppErrorOptions = {}) {
    super("rule", messageHe, options);
  }
}

/** It could be done, were what it needs set up (HTTP 501). */
export class NotConfigured extends AppError {
  constructor(messageHe: string) {
    super("not_configured", messageHe);
  }
}

export class RateLimited extends AppError {
  readonly retryAfterSeconds: number;
  constructor(retryAfterSeconds: number, messageHe = "יותר מדי ניסיונות. כדאי לנסות שוב בעוד כמה דקות") {
    super("rate_limited", messageHe);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export type Provider = "llm" | "stt" | "tts" | "telephony" | "whatsapp" | "payments" | "tax" | "files" | "mail";

/** A service outside did not do its part. `retryable`: the same request may succeed later. */
export class ProviderFailed extends AppError {
  readonly provider: Provider;
  readonly retryable: boolean;
  constructor(provider: Provider, retryable: boolean, reason: string, cause?: unknown) {
    super("provider_failed", "שירות חיצוני לא ענה כצפוי", { cause, details: { provider, reason } });
    this.message = `${provider}: ${reason}`;
    this.provider = provider;
    this.retryable = retryable;
  }
}
