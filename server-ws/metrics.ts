/** What this process measures, for /metrics. Made once by main and handed to whoever measures. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { TurnMetrics } from "#lib/voice/turns.ts";

const MS = [5, 10, 25, 50, 100, 200, 350, 500, 750, 1000, 1300, 1600, 2000, 2400, 3000, 5000, 10_000];

export type Metrics = ReturnType<typeof createMetrics>;

/** A registry of its own: two servers in one test process do not meet. */
export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const turnStep = new Histogram({
    name: "moked_turn_step_ms",
    help: "What a turn waited for: endpoint, transcription, model, voice, voice_to_voice.",
    labelNames: ["step"],
    buckets: MS,
    registers,
  });
  eventLoopDelay(registry);

  return {
    registry,
    httpRequests: new Histogram({
      name: "moked_http_request_ms",
      help: "Requests at the edge, by kind of route and status.",
      labelNames: ["kind", "status"],
      buckets: MS,
      registers,
    }),
    webhookStandIns: new Counter({
      name: "moked_webhook_stand_ins_total",
      help: "Webhooks that the edge answered in Next's place.",
      labelNames: ["path"],
      registers,
    }),
    liveCalls: new Gauge({ name: "moked_live_calls", help: "Media streams that are open.", registers }),
    streams: new Counter({
      name: "moked_streams_total",
      help: "Media streams by how they ended.",
      labelNames: ["ending"],
      registers,
    }),
    turns: new Counter({ name: "moked_turns_total", help: "Finished turns.", labelNames: ["speaker"], registers }),
    interruptions: new Counter({
      name: "moked_interruptions_total",
      help: "Barge-ins: the caller spoke over the agent.",
      registers,
    }),
    troubles: new Counter({
      name: "moked_turn_troubles_total",
      help: "Failures of transcription, model or voice inside a call.",
      labelNames: ["step"],
      registers,
    }),
    turn({ endpointMs, tAudioMs, tNlpMs, tTtsMs, voiceToVoiceMs }: TurnMetrics) {
      turnStep.observe({ step: "endpoint" }, endpointMs);
      turnStep.observe({ step: "transcription" }, tAudioMs);
      turnStep.observe({ step: "model" }, tNlpMs);
      turnStep.observe({ step: "voice" }, tTtsMs);
      turnStep.observe({ step: "voice_to_voice" }, voiceToVoiceMs);
    },
    greeting: new Histogram({
      name: "moked_first_audio_ms",
      help: "From a stream's start message to its first audio for the caller.",
      buckets: MS,
      registers,
    }),
    badFrames: new Counter({
      name: "moked_bad_frames_total",
      help: "Messages of a media stream that are no frame.",
      registers,
    }),
    missingFrames: new Counter({
      name: "moked_missing_frames_total",
      help: "Gaps in the numbering of a caller's audio.",
      registers,
    }),
    unsavedTurns: new Counter({
      name: "moked_unsaved_turns_total",
      help: "Turns that could not be kept in the end.",
      registers,
    }),
    vadBatch: new Histogram({
      name: "moked_vad_batch_frames",
      help: "Frames in one inference of the speech detector.",
      buckets: [1, 2, 4, 8, 16, 32, 64, 128],
      registers,
    }),
    vadInference: new Histogram({
      name: "moked_vad_inference_ms",
      help: "Time of one inference of the speech detector.",
      buckets: [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 50],
      registers,
    }),
    vadWaiting: new Gauge({
      name: "moked_vad_waiting_frames",
      help: "Frames that wait for the speech detector.",
      registers,
    }),
    vadDropped: new Counter({
      name: "moked_vad_dropped_frames_total",
      help: "Frames too old to be scored.",
      registers,
    }),
    vadRestarts: new Counter({
      name: "moked_vad_restarts_total",
      help: "Times the detector's thread had to be started again.",
      registers,
    }),
    eventClients: new Gauge({ name: "moked_event_clients", help: "Open sockets of the staff.", registers }),
    eventClientsDropped: new Counter({
      name: "moked_event_clients_dropped_total",
      help: "Sockets of the staff that were too slow.",
      registers,
    }),
    jobs: new Counter({
      name: "moked_jobs_total",
      help: "Jobs by outcome.",
      labelNames: ["name", "outcome"],
      registers,
    }),
  };
}

/** What waits and what has failed for good, asked of the database whenever somebody looks; the jobs run elsewhere. */
export function measureJobs(registry: Registry, counts: () => Promise<{ waiting: number; failed: number }>): void {
  const jobs = new Gauge({
    name: "moked_jobs",
    help: "Jobs by state, over all processes.",
    labelNames: ["state"],
    registers: [registry],
    async collect() {
      const { waiting, failed } = await counts().catch(() => ({ waiting: Number.NaN, failed: Number.NaN }));
      jobs.set({ state: "waiting" }, waiting);
      jobs.set({ state: "failed" }, failed);
    },
  });
}

// prom-client's own gauge samples rarely; this one is the p99 since the last look, at a resolution of 5 ms.
function eventLoopDelay(registry: Registry): void {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  new Gauge({
    name: "moked_event_loop_delay_p99_ms",
    help: "Event-loop delay since the last reading, 99th percentile.",
    registers: [registry],
    collect() {
      // The histogram also holds the sampling interval itself.
      this.set(Math.max(0, delay.percentile(99) / 1e6 - 5));
      delay.reset();
    },
  });
}
