/** What a person chose about the look of the pages. Cookies, so that the server renders the choice at once. */
export const localeCookie = "locale";
export const themeCookie = "theme";

export const locales = ["he", "en"] as const;
export type Locale = (typeof locales)[number];

export const themes = ["light", "dark", "system"] as const;
export type Theme = (typeof themes)[number];

export function parseLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? "he";
}

export function parseTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** Keeps the language for a year; in force on the next render. */
export function keepLocale(locale: Locale): void {
  keep(localeCookie, locale);
}

/** Keeps the theme for a year and shows it at once. */
export function keepTheme(theme: Theme): void {
  keep(themeCookie, theme);
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

function keep(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the CookieStore is missing in browsers that people here still use
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
}
