/** What people call the browser and system of a User-Agent line; null for what it does not say. */
export function deviceOf(userAgent: string): { browser: string | null; os: string | null; phone: boolean } {
  return {
    browser: first(browsers, userAgent),
    os: first(systems, userAgent),
    phone: /Mobile|Android|iPhone/.test(userAgent),
  };
}

type Names = readonly (readonly [RegExp, string])[];

// The order matters: Edge also says Chrome, Chrome also says Safari; Android also says Linux.
const browsers: Names = [
  [/Edg\//, "Edge"],
  [/OPR\//, "Opera"],
  [/Firefox\//, "Firefox"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Chrome\/|CriOS\//, "Chrome"],
  [/Safari\//, "Safari"],
];
const systems: Names = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/CrOS/, "ChromeOS"],
  [/Linux/, "Linux"],
];

function first(names: Names, userAgent: string): string | null {
  return names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null;
}
