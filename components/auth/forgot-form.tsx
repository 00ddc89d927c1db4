"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { apiDo } from "#lib/client/api.ts";
import { ApiError } from "#lib/client/api-error.ts";
import { forgotPasswordInput } from "#lib/users/schemas.ts";
import { Ltr } from "../ui/bidi.tsx";
import { Button } from "../ui/button.tsx";
import { Field, Input } from "../ui/field.tsx";
import { Notice } from "../ui/notice.tsx";
import { FormHeader } from "./form-header.tsx";

/** Asks for a one-time link. The answer is the same whether there is such an account or not. */
export function ForgotForm() {
  const t = useTranslations("forgot");
  const tLogin = useTranslations("login");
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [problem, setProblem] = useState<{ field?: string; whole?: string }>({});
  const [busy, setBusy] = useState(false);

  async function submit(form: FormData) {
    const parsed = forgotPasswordInput.safeParse({ email: form.get("email") });
    if (!parsed.success) return setProblem({ field: parsed.error.issues[0]?.message ?? tLogin("failed") });
    setBusy(true);
    try {
      await apiDo("/api/password/forgot", { method: "POST", body: parsed.data });
      setSentTo(parsed.data.email);
    } catch (error) {
      setProblem({ whole: error instanceof ApiError ? error.message : tLogin("failed") });
    }
    setBusy(false);
  }

  const back = (
    <Link
      href="/login"
      className="justify-self-center rounded-sm font-semibold text-brand-strong text-sm hover:underline"
    >
      {t("back")}
    </Link>
  );
  if (sentTo)
    return (
      <div className="grid gap-5" role="status">
        <FormHeader title={t("sentTitle")}>{t.rich("sent", { email: () => <Ltr>{sentTo}</Ltr> })}</FormHeader>
        {back}
      </div>
    );
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
      <Field label={tLogin("email")} error={problem.field}>
        {(tied) => (
          <Input
            {...tied}
            name="email"
            type="email"
            dir="ltr"
            autoComplete="username"
            inputMode="email"
            className="min-h-11"
          />
        )}
      </Field>
      <Button type="submit" look="primary" className="min-h-11 text-md" aria-disabled={busy}>
        {busy ? tLogin("submitting") : t("submit")}
      </Button>
      {back}
    </form>
  );
}
