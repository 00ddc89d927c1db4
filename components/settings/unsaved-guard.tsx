"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { onLeave } from "../shell/leave.ts";
import { Confirm } from "../ui/confirm.tsx";

const DirtyContext = createContext<(dirty: boolean) => void>(() => undefined);

/** Asks before a page with unsaved changes is left: by a link of ours, or by closing the tab. */
export function UnsavedGuard({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  const router = useRouter();
  const dirty = useRef(false);
  const [leavingTo, setLeavingTo] = useState<string | null>(null);

  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (dirty.current) event.preventDefault();
    };
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a") : null;
      if (
        !dirty.current ||
        !link ||
        !isPlainClick(event) ||
        link.origin !== location.origin ||
        link.target ||
        link.download
      )
        return;
      event.preventDefault();
      event.stopPropagation();
      setLeavingTo(link.pathname + link.search);
    };
    window.addEventListener("beforeunload", onUnload);
    // In the capture phase: before the router's own handler.
    document.addEventListener("click", onClick, true);
    const forget = onLeave((href) => {
      if (dirty.current) setLeavingTo(href);
      return dirty.current;
    });
    return () => {
      forget();
      window.removeEventListener("beforeunload", onUnload);
      document.removeEventListener("click", onClick, true);
    };
  }, []);

  const setDirty = useRef((value: boolean) => {
    dirty.current = value;
  });
  return (
    <DirtyContext value={setDirty.current}>
      {children}
      <Confirm
        open={leavingTo !== null}
        title={t("unsavedTitle")}
        confirmLabel={t("leave")}
        cancelLabel={t("stay")}
        onCancel={() => setLeavingTo(null)}
        onConfirm={() => {
          dirty.current = false;
          if (leavingTo) router.push(leavingTo);
          setLeavingTo(null);
        }}
      >
        {t("unsaved")}
      </Confirm>
    </DirtyContext>
  );
}

/** Tells the guard whether this form has unsaved changes. */
export function useUnsaved(dirty: boolean): void {
  const setDirty = useContext(DirtyContext);
  useEffect(() => {
    setDirty(dirty);
    return () => setDirty(false);
  }, [dirty, setDirty]);
}

function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}
