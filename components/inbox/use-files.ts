"use client";
import { useState } from "react";
import { uploadFile } from "#lib/client/messages.ts";
import type { AttachmentView } from "#lib/messaging/schemas/views.ts";
import { sentenceOf } from "../ui/use-action.ts";

/** More than this at once is a mistake. */
const MOST = 10;

export interface PendingFiles {
  files: AttachmentView[];
  uploading: boolean;
  problem: string | null;
  attach: (chosen: Iterable<File>) => Promise<void>;
  detach: (id: string) => void;
  clear: () => void;
}

/** Files that are to go out with the next message: chosen, dropped or pasted; uploaded at once, one after the other. */
export function useFiles(): PendingFiles {
  const [files, setFiles] = useState<AttachmentView[]>([]);
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);

  async function attach(chosen: Iterable<File>): Promise<void> {
    setProblem(null);
    const taken = [...chosen].slice(0, MOST);
    setWaiting((count) => count + taken.length);
    for (const file of taken) {
      try {
        const kept = await uploadFile(file);
        setFiles((all) => [...all, kept]);
      } catch (error) {
        setProblem(sentenceOf(error));
      }
      setWaiting((count) => count - 1);
    }
  }

  return {
    ...{ files, uploading: waiting > 0, problem, attach },
    detach: (id) => setFiles((all) => all.filter((file) => file.id !== id)),
    clear: () => setFiles([]),
  };
}
