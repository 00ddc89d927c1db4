"use client";
import { useEffect, useState } from "react";
import { clock } from "../format/clock.ts";
import { Ltr } from "../ui/bidi.tsx";

/** How long something has been going on, running. */
export function RunningTime({ since }: { since: string }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <Ltr>
      {/* The server's second and the browser's differ. */}
      <time suppressHydrationWarning>{clock(now - Date.parse(since))}</time>
    </Ltr>
  );
}
