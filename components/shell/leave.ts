/** Leaving a page otherwise than by a link: whoever has something unsaved may object. */
const LEAVE = "moked:leave";

/** Asks the page; false means that it has taken the matter over. */
export function mayLeaveTo(href: string): boolean {
  return window.dispatchEvent(new CustomEvent(LEAVE, { cancelable: true, detail: href }));
}

/** Hears where somebody wants to go; `object` returns true to stop it. */
export function onLeave(object: (href: string) => boolean): () => void {
  const listener = (event: Event) => {
    if (event instanceof CustomEvent && typeof event.detail === "string" && object(event.detail))
      event.preventDefault();
  };
  window.addEventListener(LEAVE, listener);
  return () => window.removeEventListener(LEAVE, listener);
}
