import type { Clock } from "#lib/voice/ports.ts";

/** Real time. What a timer throws goes to `onFault`: one call's mistake must not end the process and all other calls. */
export function realClock(onFault: (error: unknown) => void): Clock {
  return {
    now: () => performance.now(),
    setTimer(delayMs, run) {
      const timer = setTimeout(() => {
        try {
          run();
        } catch (error) {
          onFault(error);
        }
      }, delayMs);
      return { cancel: () => clearTimeout(timer) };
    },
  };
}
