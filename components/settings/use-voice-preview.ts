"use client";
import { useEffect, useRef, useState } from "react";
import { type Preview, previewVoice } from "#lib/client/settings.ts";

type PreviewState = "silent" | "preparing" | "playing";

export type VoicePreview = ReturnType<typeof useVoicePreview>;

/** Plays a sentence in a voice; one at a time. */
export function useVoicePreview() {
  const [state, setState] = useState<PreviewState>("silent");
  const [problem, setProblem] = useState<string | null>(null);
  const audio = useRef<HTMLAudioElement | null>(null);
  // A preparation that was stopped must not start to play when it is ready.
  const attempt = useRef(0);

  function stop() {
    attempt.current += 1;
    if (audio.current) {
      audio.current.pause();
      URL.revokeObjectURL(audio.current.src);
      audio.current = null;
    }
    setState("silent");
  }

  async function play(preview: Preview) {
    stop();
    const mine = attempt.current;
    setProblem(null);
    setState("preparing");
    try {
      const sound = await previewVoice(preview);
      if (mine !== attempt.current) return;
      const player = new Audio(URL.createObjectURL(sound));
      player.onended = stop;
      audio.current = player;
      await player.play();
      setState("playing");
    } catch (error) {
      if (mine !== attempt.current) return;
      stop();
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the page is left
  useEffect(() => stop, []);
  return { state, problem, play, stop };
}
