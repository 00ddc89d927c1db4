"use client";
import { useEffect, useState } from "react";
import { listVoices, type Voice } from "#lib/client/settings.ts";

/** The voices there are. Asked for by the page itself: the speech service may be slow, and the form must not wait. */
export function useVoices(): { voices: Voice[]; failed: boolean } {
  const [answer, setAnswer] = useState<{ voices: Voice[]; failed: boolean }>({ voices: [], failed: false });
  useEffect(() => {
    const stop = new AbortController();
    listVoices(stop.signal).then(
      (voices) => setAnswer({ voices, failed: false }),
      () => (stop.signal.aborted ? undefined : setAnswer({ voices: [], failed: true })),
    );
    return () => stop.abort();
  }, []);
  return answer;
}
