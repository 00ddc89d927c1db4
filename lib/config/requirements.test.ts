import { describe, expect, it } from "vitest";
import { degradations, describeProblems, liveProblems } from "./requirements.ts";

const complete = {
  PUBLIC_HOST: "https://moked.example",
  TWILIO_ACCOUNT_SID: `AC${"0".repeat(32)}`,
  TWILIO_AUTH_TOKEN: "t".repeat(32),
  AUTH_SECRET: "s".repeat(44),
  ENCRYPTION_KEY: Buffer.alloc(32, 7).toString("base64"),
  WHATSAPP_PROVIDER: "twilio",
  TWILIO_WHATSAPP_NUMBER: "whatsapp:+972551234567",
};

describe("what live mode requires", () => {
  it("has nothing to say about a complete environment", () => {
    expect(liveProblems(complete)).toEqual([]);
  });

  it("names everything that is missing in one message, with purpose and source", () => {
    const problems = liveProblems({ PUBLIC_HOST: "https://moked.example" });
    const names = ["TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "AUTH_SECRET", "ENCRYPTION_KEY", "WHATSAPP_PROVIDER"];
    expect(problems.map((problem) => problem.name)).toEqual(names);
    const message = describeProblems(problems, "live");
    for (const name of names) expect(message).toContain(`${name} is missing`);
    expect(message.match(/what it is for/g)).toHaveLength(names.length);
    expect(message.match(/where to get it/g)).toHaveLength(names.length);
  });

  it("needs the WhatsApp number only with twilio, under any of its names", () => {
    const { TWILIO_WHATSAPP_NUMBER, ...rest } = complete;
    expect(liveProblems(rest).map((problem) => problem.name)).toEqual(["TWILIO_WHATSAPP_NUMBER"]);
    expect(liveProblems({ ...rest, WHATSAPP_PROVIDER: "baileys" })).toEqual([]);
    expect(liveProblems({ ...rest, TWILIO_WA_FROM: "+972551234567" })).toEqual([]);
    expect(liveProblems({ ...rest, TWILIO_WHATSAPP_FROM: TWILIO_WHATSAPP_NUMBER })).toEqual([]);
  });

  it("accepts NEXTAUTH_SECRET and calls a malformed value by the name it was given under", () => {
    const { AUTH_SECRET, ...rest } = complete;
    expect(liveProblems({ ...rest, NEXTAUTH_SECRET: AUTH_SECRET })).toEqual([]);
    expect(liveProblems({ ...rest, NEXTAUTH_SECRET: "short" })).toMatchObject([
      { name: "NEXTAUTH_SECRET", kind: "malformed" },
    ]);
  });

  it.each([
    ["ENCRYPTION_KEY", Buffer.alloc(16).toString("base64")],
    ["ENCRYPTION_KEY", "not base64!"],
    ["TWILIO_ACCOUNT_SID", "SK123"],
    ["WHATSAPP_PROVIDER", "telegram"],
    ["DATABASE_URL", "mysql://db"],
    ["BYPASS_TWILIO_SIGNATURE", "true"],
    ["BYPASS_TWILIO_SIGNATURE", "TRUE"],
    ["NLP_DISABLED", "yes"],
    ["OPENAI_BASE_URL", "notaurl"],
    ["TWILIO_BASE_URL", "http://elsewhere.example"],
    ["GOOGLE_TTS_SA_JSON", "/etc/key.json"],
    ["SMTP_URL", "mail.example"],
    ["LOG_LEVEL", "loud"],
    ["MAX_STREAMS", "0"],
    ["MAX_STREAMS", "1001"],
    ["MAX_STREAMS", "many"],
    ["FILES_URL", "/var/files"],
    ["FILES_URL", "https://bucket.example"],
    ["FILES_URL", "file://server/files"],
    ["FILES_URL", "s3://bucket/files"],
    ["FILES_URL", "s3://b?region=eu-central-1"],
    ["FILES_URL", "s3://bucket/a/../b c?region=eu-central-1"],
    ["FILES_URL", "s3://bucket?region=auto&endpoint=http://storage.example"],
    ["FILES_URL", "s3://bucket?region=auto&endpoint=https://storage.example/bucket"],
    ["FILES_URL", "s3://bucket?region=auto&acl=public-read"],
    ["FILES_URL", "s3://key:secret@bucket?region=auto"],
    ["PUBLIC_HOST", "http://moked.example"],
  ])("refuses %s=%s", (name, value) => {
    expect(liveProblems({ ...complete, [name]: value })).toMatchObject([{ name, kind: "malformed" }]);
  });

  it.each([
    ["NLP_DISABLED", "True"],
    ["OPENAI_BASE_URL", "http://127.0.0.1:9/v1"],
    ["STT_BASE_URL", "https://ears.example/v1"],
    ["GOOGLE_TTS_SA_JSON", '{"client_email":"a@b","private_key":"k"}'],
    ["SMTP_URL", "smtps://u:p@mail.example"],
    ["FILES_URL", "file:///var/moked/files"],
  ])("takes %s=%s", (name, value) => {
    expect(liveProblems({ ...complete, [name]: value })).toEqual([]);
  });

  it("needs the keys of a bucket, and only of a bucket", () => {
    const FILES_URL = "s3://moked-files/pictures?region=auto&endpoint=https://storage.example";
    const keys = { AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "wJalr" };
    expect(liveProblems({ ...complete, FILES_URL, ...keys })).toEqual([]);
    expect(liveProblems({ ...complete, FILES_URL })).toMatchObject([
      { name: "AWS_ACCESS_KEY_ID", kind: "missing" },
      { name: "AWS_SECRET_ACCESS_KEY", kind: "missing" },
    ]);
    const { AWS_SECRET_ACCESS_KEY } = keys;
    const problems = liveProblems({ ...complete, FILES_URL: FILES_URL.replace("//", `//a:${AWS_SECRET_ACCESS_KEY}@`) });
    expect(describeProblems(problems, "live")).toContain("FILES_URL is malformed (must not carry keys");
    expect(describeProblems(problems, "live")).not.toContain(AWS_SECRET_ACCESS_KEY);
  });

  it("never prints a value that may be a secret", () => {
    const text = describeProblems(
      liveProblems({ ...complete, ENCRYPTION_KEY: "my-secret-key", AUTH_SECRET: "hunter2" }),
      "live",
    );
    expect(text).not.toMatch(/my-secret-key|hunter2/);
  });
});

describe("what live mode can do without", () => {
  it("names each service that is off and why", () => {
    const services = degradations({
      ...complete,
      NLP_DISABLED: "true",
      OPENAI_API_KEY: "k",
      PAYMENTS_ENABLED: "false",
    });
    expect(services.map(({ service }) => service)).toEqual(["nlp", "voice", "payments", "mail"]);
    expect(services[0]?.because).toBe("NLP_DISABLED is set");
  });

  it("is silent when all is there", () => {
    expect(degradations({ OPENAI_API_KEY: "k", GOOGLE_TTS_SA_JSON: "{}", SMTP_URL: "smtp://mail" })).toEqual([]);
  });
});
