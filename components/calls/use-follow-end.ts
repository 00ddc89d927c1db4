"use client";
import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * Keeps the end of a growing page in sight, as long as the reader is there: whoever scrolled up is left in peace.
 * @param version changes when there is more to see
 */
export function useFollowEnd(
  active: boolean,
  version: string,
): { end: RefObject<HTMLDivElement | null>; atEnd: boolean; toEnd: () => void } {
  const end = useRef<HTMLDivElement>(null);
  const [atEnd, setAtEnd] = useState(true);
  const following = useRef(true);

  useEffect(() => {
    if (!active || !end.current) return;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        following.current = entry?.isIntersecting ?? true;
        setAtEnd(following.current);
      },
      // A line or two below the edge still counts as reading along.
      { rootMargin: "0px 0px 160px 0px" },
    );
    watcher.observe(end.current);
    return () => watcher.disconnect();
  }, [active]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version is what there is to follow
  useEffect(() => {
    if (active && following.current) end.current?.scrollIntoView({ block: "end" });
  }, [active, version]);

  const toEnd = () => {
    following.current = true;
    end.current?.scrollIntoView({ block: "end", behavior: "smooth" });
  };
  return { end, atEnd, toEnd };
}
