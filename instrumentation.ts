/** What Next does once, when it starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { rehearse } = await import("#lib/web/rehearsal.ts");
  void rehearse();
}
