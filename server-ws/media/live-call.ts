/** The call on a media stream: its conversation, what is kept of it, and what is done to it at its end. */
import type { ClaimedCall } from "#lib/calls/claim-stream.ts";
import type { Log } from "#lib/log.ts";
import type { CallAction, Clock, Line, SpeechDetector, Utterance } from "#lib/voice/ports.ts";
import type { Ending, SessionEvent } from "#lib/voice/turns.ts";
import type { Metrics } from "../metrics.ts";
import type { Conversation, MediaPorts } from "./ports.ts";
import { toTurnView } from "./turn-view.ts";
import { TurnWriter } from "./turn-writer.ts";

interface LiveCallOptions {
  call: ClaimedCall;
  ports: MediaPorts;
  clock: Clock;
  line: Line;
  detector: SpeechDetector;
  metrics: Metrics;
  log: Log;
  /** The conversation is over by itself: end it like this, and do this to the call. */
  onAction(action: CallAction, ending: Ending): void;
  /** Nothing can be said or understood over the stream any more. */
  onFailed(ending: Ending): void;
}

const KEEP_TURNS_BRIEFLY_MS = 500;
/** How long the end of a call waits for the database; turns that are late are kept in the background. */
const KEEP_WITHIN_MS = 3_000;

export class LiveCall {
  readonly #options: LiveCallOptions;
  readonly #conversation: Conversation;
  readonly #writer: TurnWriter;
  #lastWords: Promise<void> = Promise.resolve();

  /** Prepares the conversation; nothing is said before `start`. */
  static async open(options: LiveCallOptions): Promise<LiveCall> {
    const writer = openWriter(options);
    const { call, clock, line, detector } = options;
    const events = (event: SessionEvent) => noteEvent(options, writer, event);
    try {
      const recall = () => recallOf(options);
      const conversation = await options.ports.converse({ call, clock, line, detector, recall, events });
      return new LiveCall(options, conversation, writer);
    } catch (error) {
      detector.close();
      throw error;
    }
  }

  private constructor(options: LiveCallOptions, conversation: Conversation, writer: TurnWriter) {
    this.#options = options;
    this.#conversation = conversation;
    this.#writer = writer;
  }

  start(): void {
    this.#conversation.start(this.#options.call.history);
  }

  hear(mulaw: Uint8Array): void {
    this.#conversation.onAudio(mulaw);
  }

  mark(name: string): void {
    this.#conversation.onMark(name);
  }

  dtmf(digit: string): void {
    this.#conversation.onDtmf(digit);
  }

  /** Frees the conversation and keeps how it ended. Never throws; resolves within seconds, also without a database. */
  async end(ending: Ending): Promise<void> {
    this.#lastWords = this.#conversation.end(ending).catch((error: unknown) => {
      this.#options.log.error({ err: error }, "a conversation did not end cleanly");
    });
    // Whoever takes the call up again reads what was said so far; a slow database must not hold the caller, though.
    await this.#writer.end(KEEP_TURNS_BRIEFLY_MS);
    await this.#keepEnding(ending);
  }

  /** Resolves when the caller's last words are recognised and every turn is kept (or, without a database, given to time). */
  async settled(): Promise<void> {
    await this.#lastWords;
    await this.#writer.end(KEEP_WITHIN_MS);
  }

  /** Does to the call itself what the conversation decided. Never throws. */
  async act(action: CallAction): Promise<void> {
    const { ports, call, log } = this.#options;
    try {
      switch (action.kind) {
        case "hang_up":
          return await ports.hangUp(call);
        case "transfer":
          if (!(await ports.transfer(call, action.to))) log.info("the caller left before the transfer");
          return;
        case "record":
          // The socket closes, and the network asks what is next.
          return;
        default:
          return action satisfies never;
      }
    } catch (error) {
      log.error({ err: error, action: action.kind }, "the phone network did not take the action");
      // The socket closes all the same, and the network then asks what is next: after a goodbye that is the end of the
      // call, and a caller who could not be transferred must not be left alone.
      if (action.kind === "transfer") await this.#keepEnding({ kind: "stream_failed", reason: "transfer_failed" });
    }
  }

  async #keepEnding(ending: Ending): Promise<void> {
    const { ports, call, log, clock } = this.#options;
    const kept = ports.keepEnding(call, ending).catch((error: unknown) => {
      log.error({ err: error, ending: ending.kind }, "the end of a stream could not be kept");
    });
    await new Promise<void>((resolve) => {
      const timer = clock.setTimer(KEEP_WITHIN_MS, resolve);
      void kept.then(() => {
        timer.cancel();
        resolve();
      });
    });
  }
}

/** Without a database there is only what was known when the stream opened. */
async function recallOf({ ports, call, log }: LiveCallOptions): Promise<Utterance[]> {
  try {
    return await ports.recall(call);
  } catch (error) {
    log.warn({ err: error }, "what was said last on an earlier stream could not be read");
    return call.history;
  }
}

function openWriter({ clock, ports, call, log, metrics }: LiveCallOptions): TurnWriter {
  return new TurnWriter({
    clock,
    keep: (turn) => ports.keepTurn(call, turn),
    onRetry: (error) => log.warn({ err: error }, "a turn could not be kept yet"),
    onGivenUp: (turns) => {
      metrics.unsavedTurns.inc(turns.length);
      log.error({ turns: turns.length }, "turns were lost: the database stayed away");
    },
  });
}

function noteEvent(
  { metrics, log, onAction, onFailed }: LiveCallOptions,
  writer: TurnWriter,
  event: SessionEvent,
): void {
  switch (event.type) {
    case "caller_speaking":
      return;
    case "turn":
      writer.add(toTurnView(event.turn), event.final);
      if (event.final) countTurn(metrics, event.turn);
      return;
    case "trouble":
      metrics.troubles.inc({ step: event.step });
      log.warn({ step: event.step, err: event.error }, "trouble in a turn");
      return;
    case "action":
      onAction(event.action, event.ending);
      return;
    case "stream_failed":
      onFailed(event.ending);
      return;
    default:
      event satisfies never;
  }
}

function countTurn(metrics: Metrics, turn: (SessionEvent & { type: "turn" })["turn"]): void {
  metrics.turns.inc({ speaker: turn.speaker });
  if (turn.speaker !== "agent") return;
  if (turn.metrics) metrics.turn(turn.metrics);
  if (turn.interrupted) metrics.interruptions.inc();
}
