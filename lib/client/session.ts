/** Logging in and out over next-auth's own addresses. */
import { z } from "zod";
import { ApiError } from "./api-error.ts";

export type LoginResult = "ok" | "wrong" | "too_many" | "failed";

const csrfAnswer = z.object({ csrfToken: z.string() });
const authAnswer = z.object({ url: z.string() });

/** Logs in; the cookie comes with the answer. */
export async function logIn(email: string, password: string): Promise<LoginResult> {
  const response = await post("/api/auth/callback/credentials", { email, password });
  if (response.status === 429) return "too_many";
  const answer = authAnswer.safeParse(await response.json().catch(() => null));
  if (!answer.success) return "failed";
  return loginResult(new URL(answer.data.url, location.origin).searchParams.get("error"));
}

/** What the `error` of the login page's address means. */
export function loginResult(error: string | null | undefined): LoginResult {
  if (!error) return "ok";
  if (error === "CredentialsSignin") return "wrong";
  return error === "too_many" ? "too_many" : "failed";
}

/** Ends this session, in the database too. */
export async function logOut(): Promise<void> {
  const response = await post("/api/auth/signout", {});
  if (!response.ok) throw new ApiError(response.status, "sign_out_failed", "היציאה לא הצליחה. כדאי לנסות שוב");
}

async function post(path: string, fields: Record<string, string>): Promise<Response> {
  const csrf = csrfAnswer.parse(await (await fetch("/api/auth/csrf")).json());
  const body = new URLSearchParams({ ...fields, csrfToken: csrf.csrfToken, callbackUrl: "/", json: "true" });
  return fetch(path, { method: "POST", body });
}
