/** The words of a page: Hebrew, unless the person chose English. The language is no part of the address. */
import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, parseLocale } from "#lib/client/preferences.ts";
import en from "../messages/en.json";
import he from "../messages/he.json";

export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(localeCookie)?.value);
  return { locale, messages: locale === "he" ? he : en, timeZone: "Asia/Jerusalem" };
});
