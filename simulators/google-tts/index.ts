export { type GoogleTtsSimulator, startGoogleTts } from "./server.ts";
export { generateServiceAccount } from "./service-account.ts";
