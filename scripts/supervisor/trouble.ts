/** A foreseeable trouble: its message is a sentence for the operator, printed without a stack. */
export class Trouble extends Error {
  override readonly name = "Trouble";
}

/** Turns the system's own errors into a sentence where there is something useful to say; anything else comes back as it is. */
export function explain(error: unknown, dataDir: string): unknown {
  if (error instanceof Trouble) return error;
  switch (codeOf(error)) {
    case "ENOSPC":
      return new Trouble(
        `The disk is full: nothing more can be written to ${dataDir}. Free some space and start again.`,
        {
          cause: error,
        },
      );
    case "EDQUOT":
      return new Trouble(`The disk quota is used up: nothing more can be written to ${dataDir}.`, { cause: error });
    case "ENOTDIR":
    case "EPERM":
    case "EROFS":
    case "EACCES":
      return new Trouble(
        `${pathOf(error) ?? dataDir} cannot be written (${codeOf(error)}). Choose a writable folder with DATA_DIR, or fix its permissions.`,
        { cause: error },
      );
    default:
      return error;
  }
}

/** The system's error code (ENOENT, EADDRINUSE …) of an unknown error. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}

function pathOf(error: unknown): string | undefined {
  return error instanceof Error && "path" in error && typeof error.path === "string" ? error.path : undefined;
}
