/** What did not work, beside what was tried. Read out at once. */
export function Problem({ children }: { children: string | null }) {
  if (children === null) return null;
  return (
    <p role="alert" className="font-semibold text-live-strong text-sm">
      {children}
    </p>
  );
}
