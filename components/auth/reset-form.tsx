"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { apiDo } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { newPassword } from "#lib/users/schemas.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { FormHeader } from "./form-header.tsx";
import { PasswordInput } from "./password-input.tsx";

/** Sets a new password with the one-time token of the link. */
export function ResetForm({ token }: { token: string | null }) {
  const t = useTranslations("reset");
  const tLogin = useTranslations("login");
  const [problem, setProblem] = useState<{ password?: string; again?: string; whole?: string }>(
    token ? {} : { whole: t("noToken") },
  );
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData) {
    const password = newPassword.safeParse(form.get("password"));
    if (!password.success) return setProblem({ password: password.error.issues[0]?.message ?? "" });
    if (form.get("again") !== password.data) return setProblem({ again: t("different") });
    setBusy(true);
    try {
      await apiDo("/api/password/reset", { method: "POST", body: { token, password: password.data } });
      location.assign("/login?reset=1");
    } catch (error) {
      setProblem({ whole: error instanceof ApiError ? error.message : tLogin("failed") });
      setBusy(false);
    }
  }

  return (
    <form
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(new FormData(event.currentTarget));
      }}
    >
      <FormHeader title={t("title")}>{t("subtitle")}</FormHeader>
      {problem.whole ? (
        <Notice tone="wrong" urgent>
          {problem.whole}
        </Notice>
      ) : null}
      {token ? (
        <>
          <Field label={t("password")} error={problem.password}>
            {(tied) => <PasswordInput {...tied} name="password" autoComplete="new-password" />}
          </Field>
          <Field label={t("again")} error={problem.again}>
            {(tied) => <PasswordInput {...tied} name="again" autoComplete="new-password" />}
          </Field>
          <Button type="submit" look="primary" className="min-h-11 text-md" aria-disabled={busy}>
            {busy ? tLogin("submitting") : t("submit")}
          </Button>
        </>
      ) : null}
      <Link
        href="/forgot"
        className="justify-self-center rounded-sm font-semibold text-brand-strong text-sm hover:underline"
      >
        {t("askAgain")}
      </Link>
    </form>
  );
}
