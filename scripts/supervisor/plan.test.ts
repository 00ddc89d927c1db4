import { describe, expect, it } from "vitest";
import { requireFreeSpace } from "./disk.ts";
import { planStart } from "./plan.ts";
import { parsePort } from "./ports.ts";
import { explain } from "./trouble.ts";

const live = {
  PUBLIC_HOST: "https://moked.example",
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "t".repeat(32),
  AUTH_SECRET: "s".repeat(44),
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  WHATSAPP_PROVIDER: "baileys",
};

describe("the plan of a start", () => {
  it("is a simulation on this machine only when nothing is set", () => {
    const plan = planStart({}, "/project");
    expect(plan).toMatchObject({ mode: "simulation", listenHost: "127.0.0.1", publicUrl: "http://localhost:3000" });
    expect(plan).toMatchObject({ dataDir: "/project/.data", logDir: "/project/logs", notices: [] });
  });

  it("is not talked into a mode by MOKED_MODE", () => {
    expect(planStart({ ...live, MOKED_MODE: "simulation" }, "/project").mode).toBe("live");
  });

  it("is open to the world in live mode, under the one public address", () => {
    const plan = planStart({ ...live, PORT: "8080", DATA_DIR: "/srv/moked", REDIS_HOST: "redis" }, "/project");
    expect(plan).toMatchObject({ mode: "live", listenHost: "0.0.0.0", port: 8080, publicUrl: "https://moked.example" });
    expect(plan.dataDir).toBe("/srv/moked");
    expect(plan.notices.join("\n")).toMatch(/OPENAI_API_KEY is not set.*REDIS_HOST is not needed/s);
  });

  it("refuses keys without PUBLIC_HOST, and names all that live mode misses", () => {
    expect(() => planStart({ OPENAI_API_KEY: "k" }, "/project")).toThrow(
      /OPENAI_API_KEY is set but PUBLIC_HOST is not/,
    );
    expect(() => planStart({ PUBLIC_HOST: "http://moked.example" }, "/project")).toThrow(
      /PUBLIC_HOST is malformed.*TWILIO_ACCOUNT_SID is missing.*WHATSAPP_PROVIDER is missing/s,
    );
  });
});

describe("foreseeable troubles", () => {
  it("are sentences: a bad PORT, a full disk, a folder that cannot be written", async () => {
    expect(parsePort(undefined)).toBe(3000);
    for (const port of ["0", "65536", "http", "3000.5"])
      expect(() => parsePort(port)).toThrow(/must be a whole number/);
    await expect(requireFreeSpace("/data", async () => 120)).rejects.toThrow(/nearly full: 120 MB are free/);
    const full = Object.assign(new Error("write"), { code: "ENOSPC" });
    expect(explain(full, "/data")).toMatchObject({ name: "Trouble", message: expect.stringContaining("disk is full") });
    const readOnly = Object.assign(new Error("open"), { code: "EACCES", path: "/data/x" });
    expect(explain(readOnly, "/data")).toMatchObject({ message: expect.stringContaining("/data/x cannot be written") });
  });
});
