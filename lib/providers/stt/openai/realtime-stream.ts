import { ProviderFailed } from "../../../errors.ts";
import { log } from "../../../log.ts";
import { ByteQueue } from "../../audio/byte-queue.ts";
import { wavFromMulaw } from "../../audio/wav.ts";
import type { Transcript, TranscriptionOptions, TranscriptionStream } from "../types.ts";
import * as protocol from "./map.ts";
import { PendingCommit } from "./pending-commit.ts";
import { RealtimeSocket } from "./realtime-socket.ts";

/** A caller is answered or asked again by then. */
const COMMIT_DEADLINE_MS = 8000;
/** 100 ms of audio a message: JSON and base64 for every 20 ms frame would cost five times as much. */
const BATCH_BYTES = 800;
/** The vendor refuses to transcribe less than 100 ms, and nobody says anything in it. */
const LEAST_COMMIT_BYTES = 800;
/** What is kept of one utterance, for sending it again: two minutes. */
const MAX_KEPT_BYTES = 8000 * 120;
/** On a new connection each utterance is sent once more; what fails twice has failed. */
const MAX_SENDS = 2;

const NOTHING: Transcript = { text: "", confidence: null, noSpeech: null, compression: null };

interface RealtimeStreamOptions {
  url: string;
  apiKey: string;
  model: string;
  options: TranscriptionOptions;
  /** The other way to a text, for services that have no realtime socket. */
  upload: (wav: Uint8Array, deadlineMs: number, signal: AbortSignal) => Promise<Transcript>;
}

/** One caller's ears: audio goes out as it comes, a commit asks for the text of what was sent since the last one. */
export class RealtimeStream implements TranscriptionStream {
  readonly #settings: RealtimeStreamOptions;
  readonly #socket: RealtimeSocket;
  readonly #ended = new AbortController();
  #pending: PendingCommit[] = [];
  /** Everything since the last commit, and of it what still has to be sent on this connection. */
  readonly #kept = new ByteQueue();
  readonly #unsent = new ByteQueue();
  #commits = 0;
  /** The service has no realtime socket. */
  #uploads = false;
  /** It will never work with this key and model. */
  #refusal: ProviderFailed | null = null;

  constructor(settings: RealtimeStreamOptions) {
    this.#settings = settings;
    this.#socket = new RealtimeSocket({
      url: settings.url,
      apiKey: settings.apiKey,
      onOpen: () => this.#opened(),
      onMessage: (message) => this.#heard(message),
      onRefused: (status) => this.#refused(status),
    });
  }

  append(mulaw: Uint8Array): void {
    if (this.#ended.signal.aborted || mulaw.length === 0) return;
    const audio = mulaw.slice();
    this.#kept.push(audio);
    this.#unsent.push(audio);
    this.#kept.limit(MAX_KEPT_BYTES);
    this.#unsent.limit(MAX_KEPT_BYTES);
    if (this.#unsent.bytes >= BATCH_BYTES) this.#flush();
  }

  commit(): Promise<Transcript> {
    if (this.#ended.signal.aborted) return Promise.reject(new ProviderFailed("stt", false, "the stream is closed"));
    if (this.#refusal) {
      this.#forget();
      return Promise.reject(this.#refusal);
    }
    if (this.#kept.bytes < LEAST_COMMIT_BYTES) {
      this.discard();
      return Promise.resolve(NOTHING);
    }
    const audio = this.#kept.joined();
    if (this.#uploads || this.#socket.isTroubled) {
      this.#forget();
      return this.#upload(audio);
    }
    this.#commits += 1;
    const commit = new PendingCommit(`commit_${this.#commits}`, audio, COMMIT_DEADLINE_MS, () => this.#late(commit));
    this.#pending.push(commit);
    if (this.#socket.isOpen) {
      this.#flush();
      this.#send(commit);
    }
    this.#forget();
    return commit.transcript;
  }

  discard(): void {
    if (this.#kept.bytes > this.#unsent.bytes) this.#socket.send(protocol.clear());
    this.#forget();
  }

  close(): void {
    if (this.#ended.signal.aborted) return;
    this.#ended.abort();
    this.#socket.close();
    this.#failAll(new ProviderFailed("stt", false, "the stream was closed"));
    this.#forget();
  }

  #forget(): void {
    this.#kept.clear();
    this.#unsent.clear();
  }

  #flush(): void {
    if (!this.#socket.isOpen || this.#unsent.bytes === 0) return;
    this.#socket.send(protocol.append(this.#unsent.joined()));
    this.#unsent.clear();
  }

  #send(commit: PendingCommit): void {
    commit.sends += 1;
    this.#socket.send(protocol.commit(commit.id));
  }

  /** A new connection knows nothing: the session first, then every utterance that has no text yet. */
  #opened(): void {
    this.#socket.send(protocol.sessionUpdate(this.#settings.model, this.#settings.options));
    for (const commit of [...this.#pending]) {
      commit.itemId = null;
      if (commit.sends >= MAX_SENDS) {
        this.#settle(commit, new ProviderFailed("stt", true, "the connection was lost twice"));
      } else {
        this.#socket.send(protocol.append(commit.audio));
        this.#send(commit);
      }
    }
    this.#unsent.clear();
    this.#unsent.push(this.#kept.joined());
    this.#flush();
  }

  #heard(message: string): void {
    const event = protocol.parseServerEvent(message);
    if (!event) return;
    switch (event.type) {
      case "input_audio_buffer.committed": {
        const commit = this.#pending.find(({ sends, itemId }) => sends > 0 && itemId === null);
        if (commit) commit.itemId = event.item_id;
        return;
      }
      case "conversation.item.input_audio_transcription.completed":
        this.#settle(this.#byItem(event.item_id), protocol.toTranscript(event.transcript, event.logprobs));
        return;
      case "conversation.item.input_audio_transcription.failed":
        this.#rescue(this.#byItem(event.item_id));
        return;
      case "error":
        this.#complained(event.error);
        return;
      default:
        event satisfies never;
    }
  }

  #complained(error: Extract<protocol.ServerEvent, { type: "error" }>["error"]): void {
    if (error.event_id === protocol.SESSION_EVENT_ID) {
      this.#giveUp(new ProviderFailed("stt", false, "the session was refused", error));
      return;
    }
    const commit = this.#pending.find(({ id }) => id === error.event_id);
    const empty = error.code === "input_audio_buffer_commit_empty";
    this.#settle(commit, empty ? NOTHING : new ProviderFailed("stt", true, "the commit was refused", error));
  }

  #byItem(itemId: string): PendingCommit | undefined {
    return this.#pending.find((commit) => commit.itemId === itemId);
  }

  #settle(commit: PendingCommit | undefined, result: Transcript | ProviderFailed): void {
    if (!commit) return;
    this.#pending = this.#pending.filter((other) => other !== commit);
    commit.settle(result);
  }

  #failAll(error: ProviderFailed): void {
    for (const commit of [...this.#pending]) this.#settle(commit, error);
  }

  #giveUp(refusal: ProviderFailed): void {
    this.#refusal = refusal;
    this.#socket.close();
    this.#failAll(refusal);
  }

  /** No answer in time. Nobody knows any more which answer would belong to which commit, so the connection goes too. */
  #late(commit: PendingCommit): void {
    this.#settle(commit, new ProviderFailed("stt", true, `no text within ${COMMIT_DEADLINE_MS} ms`));
    this.#socket.reset();
  }

  /** A wrong key stays wrong; a service without this socket (many that host their own model) takes uploads. */
  #refused(status: number): void {
    if (status === 401 || status === 403) {
      this.#giveUp(new ProviderFailed("stt", false, "the key was refused"));
      return;
    }
    log().warn({ status }, "no realtime transcription here: uploading instead");
    this.#uploads = true;
    for (const commit of [...this.#pending]) this.#rescue(commit);
  }

  /** By the other way, once: here it cannot be sent again, because what was said since is in the far side's buffer. */
  #rescue(commit: PendingCommit | undefined): void {
    if (!commit) return;
    // Out of the row of those whose item is still to be named.
    commit.itemId ??= "uploaded";
    this.#upload(commit.audio).then(
      (transcript) => this.#settle(commit, transcript),
      (failure: ProviderFailed) => this.#settle(commit, failure),
    );
  }

  #upload(mulaw: Uint8Array): Promise<Transcript> {
    const { upload } = this.#settings;
    return upload(wavFromMulaw(mulaw), COMMIT_DEADLINE_MS, this.#ended.signal).catch((error: unknown) => {
      throw error instanceof ProviderFailed ? error : new ProviderFailed("stt", false, "the stream was closed", error);
    });
  }
}
