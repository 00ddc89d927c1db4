/** Runs `work` shortly after it is asked for, and never twice within `everyMs`, however often it is asked for. */
export function paced(work: () => void, { afterMs, everyMs }: { afterMs: number; everyMs: number }) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let last = Number.NEGATIVE_INFINITY;
  return {
    run: () => {
      if (timer !== null) return;
      const wait = Math.max(afterMs, last + everyMs - performance.now());
      timer = setTimeout(() => {
        timer = null;
        last = performance.now();
        work();
      }, wait);
    },
    cancel: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
    },
  };
}
