export { GET } from "../api/health/route.ts";
