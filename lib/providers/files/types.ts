/** The port to where files are kept: pictures, voice notes, documents. */

export interface FileStore {
  readonly name: string;
  /** Keeps the bytes under a key, all or nothing; the same key again is overwritten. Throws ProviderFailed. */
  put(key: string, bytes: Uint8Array, contentType: string): Promise<void>;
  /** Null when there is none. Throws ProviderFailed. */
  get(key: string): Promise<Uint8Array | null>;
  /** A file that is already gone is not an error. Throws ProviderFailed. */
  delete(key: string): Promise<void>;
}
