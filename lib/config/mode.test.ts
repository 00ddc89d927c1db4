import { describe, expect, it } from "vitest";
import { decideMode, modeOf, parsePublicHost } from "./mode.ts";

describe("the mode", () => {
  it("is a simulation when nothing is set, blank values included", () => {
    expect(decideMode({})).toEqual({ kind: "simulation" });
    expect(decideMode({ PUBLIC_HOST: "  ", OPENAI_API_KEY: "" })).toEqual({ kind: "simulation" });
  });

  it("is live as soon as PUBLIC_HOST is set", () => {
    expect(decideMode({ PUBLIC_HOST: "https://moked.example/" })).toEqual({
      kind: "live",
      publicHost: "https://moked.example",
    });
  });

  it("refuses provider keys without PUBLIC_HOST and names them", () => {
    const decision = decideMode({ TWILIO_AUTH_TOKEN: "x", OPENAI_API_KEY: "y" });
    expect(decision.kind).toBe("refused");
    expect(decision.kind === "refused" && decision.reason).toMatch(/TWILIO_AUTH_TOKEN, OPENAI_API_KEY are set/);
  });

  it("believes the supervisor inside a child of a simulation", () => {
    const env = { MOKED_MODE: "simulation", PUBLIC_HOST: "http://localhost:3000", OPENAI_API_KEY: "sk-1" };
    expect(modeOf(env)).toEqual({ kind: "simulation" });
    expect(modeOf({ ...env, MOKED_MODE: "live" })).toEqual({ kind: "live", publicHost: "http://localhost:3000" });
    expect(modeOf({ MOKED_MODE: "demo" }).kind).toBe("refused");
  });
});

describe("PUBLIC_HOST", () => {
  it("takes a bare host as https and keeps a port", () => {
    expect(parsePublicHost("moked.example:8443")).toEqual({ ok: true, value: "https://moked.example:8443" });
  });

  it("allows http for loopback hosts only", () => {
    for (const host of ["http://127.0.0.1:3000", "http://localhost:3000", "http://[::1]:3000"]) {
      expect(parsePublicHost(host)).toEqual({ ok: true, value: host });
    }
    expect(parsePublicHost("http://moked.example").ok).toBe(false);
    expect(parsePublicHost("http://127.evil.example").ok).toBe(false);
  });

  it("refuses paths, credentials and other schemes", () => {
    for (const host of ["https://a.example/x", "https://u:p@a.example", "ftp://a.example", "https://", "a b"]) {
      expect(parsePublicHost(host).ok, host).toBe(false);
    }
  });
});
