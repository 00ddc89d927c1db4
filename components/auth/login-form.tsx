"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type LoginResult, logIn } from "#lib/client/session.ts";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { FormHeader } from "./form-header.tsx";
import { PasswordInput } from "./password-input.tsx";

interface LoginFormProps {
  /** How the last attempt went, when the form was sent without JavaScript. */
  result: LoginResult;
  news: "signedOut" | "resetDone" | null;
  csrfToken: string | null;
}

const messages = { wrong: "wrong", too_many: "tooMany", failed: "failed", missing: "missing" } as const;

export function LoginForm({ result, news, csrfToken }: LoginFormProps) {
  const t = useTranslations("login");
  const [problem, setProblem] = useState<keyof typeof messages | null>(result === "ok" ? null : result);
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData) {
    const email = String(form.get("email") ?? "").trim();
    const password = String(form.get("password") ?? "");
    if (!email || !password) return setProblem("missing");
    setBusy(true);
    const outcome = await logIn(email, password).catch((): LoginResult => "failed");
    // A full load: the server now knows who is there.
    if (outcome === "ok") return location.assign("/");
    setProblem(outcome);
    setBusy(false);
  }

  return (
    <form
      method="post"
      action="/api/auth/callback/credentials"
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(new FormData(event.currentTarget));
      }}
    >
      <FormHeader title={t("title")}>{t("subtitle")}</FormHeader>
      {problem ? (
        <Notice tone="wrong" urgent>
          {t(messages[problem])}
        </Notice>
      ) : news ? (
        <Notice tone="good">{t(news)}</Notice>
      ) : null}
      {csrfToken ? <input type="hidden" name="csrfToken" value={csrfToken} /> : null}
      <input type="hidden" name="callbackUrl" value="/" />
      <Field label={t("email")}>
        {(tied) => (
          <Input
            {...tied}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            inputMode="email"
            required
            className="min-h-11"
          />
        )}
      </Field>
      <Field label={t("password")}>
        {(tied) => <PasswordInput {...tied} name="password" autoComplete="current-password" />}
      </Field>
      <Button type="submit" look="primary" className="min-h-11 text-md" aria-disabled={busy}>
        {busy ? t("submitting") : t("submit")}
      </Button>
      <Link
        href="/forgot"
        className="justify-self-center rounded-sm font-semibold text-brand-strong text-sm hover:underline"
      >
        {t("forgot")}
      </Link>
    </form>
  );
}
