"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { toast } from "sonner";
import { ApiError } from "#lib/client/api-error.ts";

/** Does one thing at a time; what comes of it is told by the live events, and what went wrong at once. */
export function useWhatsapp(): { busy: boolean; run: (work: () => Promise<unknown>) => Promise<void> } {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await work();
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      toast.error(Object.values(error.fields)[0] ?? error.message);
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}
