/** What Next does once, when it starts. While developing, it compiles what is asked for, and should only that. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.NODE_ENV !== "production") return;
  const { rehearse } = await import("#lib/web/rehearsal.ts");
  void rehearse();
}
