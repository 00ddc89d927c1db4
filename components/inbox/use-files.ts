"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { uploadFile } from "#lib/client/messages.ts";
import type { AttachmentView } from "#lib/messaging/schemas/views.ts";
import { sentenceOf } from "../ui/use-action.ts";

/** More than this waiting at once is a mistake. */
const MOST = 10;

export interface PendingFiles {
  files: AttachmentView[];
  uploading: boolean;
  problem: string | null;
  attach: (chosen: Iterable<File>) => Promise<void>;
  detach: (...ids: string[]) => void;
}

/** Files that are to go out with the next message: chosen, dropped or pasted; uploaded at once, one after the other. */
export function useFiles(): PendingFiles {
  const t = useTranslations("inbox");
  const [files, setFiles] = useState<AttachmentView[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);

  async function attach(chosen: Iterable<File>): Promise<void> {
    const all = [...chosen];
    const taken = all.slice(0, Math.max(0, MOST - files.length - waiting));
    const problems = new Set<string>();
    if (taken.length < all.length) problems.add(t("tooManyFiles", { most: MOST, count: all.length - taken.length }));
    const tell = () => setProblem(problems.size === 0 ? null : [...problems].join(" "));
    tell();
    setWaiting((count) => count + taken.length);
    for (const file of taken) {
      try {
        const kept = await uploadFile(file);
        setFiles((all) => [...all, kept]);
      } catch (error) {
        problems.add(sentenceOf(error));
        tell();
      }
      setWaiting((count) => count - 1);
    }
  }

  return {
    ...{ files, uploading: waiting > 0, problem, attach },
    detach: (...ids) => setFiles((all) => all.filter((file) => !ids.includes(file.id))),
  };
}
