"use client";
import { Trouble } from "#components/shell/trouble.tsx";

export default function AppError({ error, retry }: { error: unknown; retry: () => void }) {
  return <Trouble error={error} retry={retry} />;
}
