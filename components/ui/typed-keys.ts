import type { KeyboardEvent } from "react";

/**
 * Enter and Esc in a small field. Esc goes no further: the layer that the field may stand in stays open. While an input
 * method composes, both belong to it.
 */
export function typedKeys({ enter, cancel }: { enter: () => void; cancel: () => void }) {
  return (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") enter();
    else cancel();
  };
}
