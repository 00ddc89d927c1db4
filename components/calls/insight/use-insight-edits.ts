"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";
import { type InsightChanges, updateInsight } from "#lib/client/calls.ts";

/** Sends what the staff put right about a call, and has the page show it. */
export function useInsightEdits(callId: string) {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  /** True when it was kept. */
  async function send(changes: InsightChanges, done: string): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      await updateInsight(callId, changes);
      toast.success(done);
      router.refresh();
      return true;
    } catch (error) {
      setProblem(error instanceof ApiError ? error.message : String(error));
      return false;
    } finally {
      setBusy(false);
    }
  }

  return { send, busy, problem, forgetProblem: () => setProblem(null) };
}
