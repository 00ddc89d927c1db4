"use client";
import type { ComponentProps } from "react";
import { Input } from "../ui/field.tsx";
import { completeClock } from "./complete-clock.ts";

interface ClockInputProps extends Omit<ComponentProps<"input">, "onChange" | "value"> {
  value: string;
  onChange: (value: string) => void;
}

/** A time of day. A plain field: the browser's own shows AM and PM where the system is English. */
export function ClockInput({ value, onChange, ...props }: ClockInputProps) {
  return (
    <Input
      {...props}
      dir="ltr"
      inputMode="numeric"
      maxLength={5}
      placeholder="09:00"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      onBlur={() => onChange(completeClock(value))}
      className="w-20 px-2 text-center tabular-nums"
    />
  );
}
