import { createStream, type RotatingFileStream } from "rotating-file-stream";

const LIMITS = { size: "10M", rotate: 5, compress: false } as const;

/**
 * The product's log: its processes print JSON lines, and the supervisor, as the only writer, keeps them in LOG_DIR/app.log,
 * what went wrong also in error.log; 10 MB each, and the five before.
 */
export class LogFiles {
  readonly #app: RotatingFileStream;
  readonly #error: RotatingFileStream;
  readonly #unfinished = new Map<string, string>();

  constructor(folder: string) {
    this.#app = open("app.log", folder);
    this.#error = open("error.log", folder);
  }

  /** What a process has printed: lines of JSON, perhaps cut anywhere. Anything else is not the log's. */
  write(process: string, chunk: string): void {
    const lines = ((this.#unfinished.get(process) ?? "") + chunk).split("\n");
    this.#unfinished.set(process, lines.pop() ?? "");
    for (const line of lines.filter((one) => one.startsWith("{"))) {
      this.#app.write(`${line}\n`);
      if (/"level":"(error|fatal)"/.test(line)) this.#error.write(`${line}\n`);
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#app, this.#error].map((stream) => new Promise<void>((resolve) => stream.end(resolve))));
  }
}

function open(name: string, folder: string): RotatingFileStream {
  const stream = createStream(name, { ...LIMITS, path: folder });
  // A full disk must not bring down the supervisor of a running call.
  stream.on("error", (error) => console.error(`${name}: ${error.message}`));
  return stream;
}
