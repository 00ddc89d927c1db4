export * from "./businesses.ts";
export * from "./calls.ts";
export * from "./customers.ts";
export * from "./messaging.ts";
export * from "./operations.ts";
export * from "./ordering.ts";
export * from "./tasks.ts";
export * from "./users.ts";
