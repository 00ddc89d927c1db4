import type { Locale } from "#lib/client/preferences.ts";
import type he from "../messages/he.json";

declare module "next-intl" {
  interface AppConfig {
    Messages: typeof he;
    Locale: Locale;
  }
}
