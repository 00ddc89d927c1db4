import { ProviderFailed } from "../../errors.ts";

/** Names joined by slashes, none of which leads anywhere else. Throws ProviderFailed. */
export function requireGoodKey(key: string): void {
  if (!key.split("/").every((name) => /^[\w-][\w.-]*$/.test(name)))
    throw new ProviderFailed("files", false, "a key that is not made of plain names");
}
