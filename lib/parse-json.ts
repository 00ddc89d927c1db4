/** What a text says as JSON, for a schema to read; null where it is none (a page of a proxy's, half a file). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
