"use client";
import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Input } from "../ui/field.tsx";

/** A password, with a way to see what was typed. */
export function PasswordInput(props: ComponentProps<"input">) {
  const t = useTranslations("login");
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    // The field is left to right, so its own end is on the right in both languages.
    <div className="relative" dir="ltr">
      <Input {...props} type={shown ? "text" : "password"} required className="min-h-11 pe-11" />
      <button
        type="button"
        aria-label={t(shown ? "hidePassword" : "showPassword")}
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="absolute end-1 top-1 grid size-9 place-items-center rounded-sm text-ink-3 hover:text-ink"
      >
        <Icon aria-hidden="true" className="size-4.5" />
      </button>
    </div>
  );
}
