/** Switches faults of the simulated vendors on for one call, and off again. */
type Fault = { kind: string; times?: number };
/** By simulator, then by step. */
export interface VendorFaults {
  openai?: Partial<Record<"model" | "voice" | "transcription", Fault>>;
  tts?: { voice: Fault };
}

/** Runs `call` while the vendors fail like this. */
export async function whileFailing<T>(
  urls: { openai: string; tts: string },
  faults: VendorFaults,
  call: () => Promise<T>,
): Promise<T> {
  try {
    await setFaults(urls.openai, faults.openai ?? {});
    await setFaults(urls.tts, faults.tts ?? {});
    return await call();
  } finally {
    await setFaults(urls.openai, { model: null, voice: null, transcription: null });
    await setFaults(urls.tts, { voice: null });
  }
}

async function setFaults(url: string, table: Record<string, Fault | null>): Promise<void> {
  const answer = await fetch(new URL("/_sim/faults", url), { method: "POST", body: JSON.stringify(table) });
  if (!answer.ok) throw new Error(`the simulator refused: ${answer.status} ${await answer.text()}`);
}
