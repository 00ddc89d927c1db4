"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiError } from "#lib/client/api-error.ts";

interface Action {
  busy: boolean;
  /** Why the last one did not work, for people. */
  problem: string | null;
  /** Does it, and looks at the page again; false when it did not work. One at a time. */
  run: (action: () => Promise<unknown>) => Promise<boolean>;
  /** Says something that was found out before the server was asked; null takes it back. */
  setProblem: (problem: string | null) => void;
}

/** Something that is done with one click, and may not work. */
export function useAction(): Action {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function run(action: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setProblem(null);
    try {
      await action();
      router.refresh();
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { busy, problem, run, setProblem };
}

/** What went wrong, for people; of a field that was refused, what is wrong with it. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof ApiError)) return String(error);
  return Object.values(error.fields)[0] ?? error.message;
}
