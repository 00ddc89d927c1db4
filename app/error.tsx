"use client";
import { Trouble } from "#components/shell/trouble.tsx";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main className="grid min-h-dvh place-items-center">
      <Trouble error={error} retry={retry} />
    </main>
  );
}
