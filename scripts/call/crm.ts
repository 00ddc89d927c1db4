/** The CRM as a person's browser meets it: logs in with a demo login and reads a call's record. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const logins = z.array(z.object({ email: z.string(), password: z.string(), role: z.string() }));

const turn = z.object({
  speaker: z.enum(["caller", "agent"]),
  text: z.string(),
  heard_text: z.string(),
  at_ms: z.number(),
  end_ms: z.number().nullable(),
  interrupted: z.boolean(),
  tools: z.array(z.looseObject({ name: z.string() })),
  troubles: z.array(z.string()),
  endpoint_ms: z.number().nullable(),
  t_audio_ms: z.number().nullable(),
  t_nlp_ms: z.number().nullable(),
  t_tts_ms: z.number().nullable(),
  voice_to_voice_ms: z.number().nullable(),
});
export type CrmTurn = z.infer<typeof turn>;

const call = z.object({
  id: z.string(),
  call_sid: z.string(),
  status: z.string(),
  live: z.boolean(),
  from: z.string().nullable(),
  customer_id: z.string().nullable(),
  customer_name: z.string().nullable(),
  duration_s: z.number(),
  ending: z.string().nullable(),
  stream_failures: z.number(),
  stream_cuts: z.array(z.string()),
  rung: z.string(),
  /** Found out after the call: null until then. */
  sentiment: z.string().nullable(),
  summary: z.string().nullable(),
  want: z.string().nullable(),
  score: z.number().nullable(),
  insight: z
    .object({
      facts: z.array(z.object({ name: z.string(), value: z.string() })),
      appointment: z.object({ what: z.string(), when: z.string().nullable() }).nullable(),
    })
    .nullable(),
  recording_transcript: z.string().nullable(),
  voice_to_voice_ms: z.number().nullable(),
  turns: z.array(turn),
  tasks: z.array(z.object({ id: z.string(), title: z.string(), done: z.boolean() })),
});
export type CrmCall = z.infer<typeof call>;

const SETTLED_WITHIN_MS = 15_000;

export class CrmClient {
  readonly #url: string;
  readonly #cookies: string;

  private constructor(url: string, cookies: string) {
    this.#url = url;
    this.#cookies = cookies;
  }

  static async logIn(url: string, dataDir: string): Promise<CrmClient> {
    const [owner] = logins.parse(JSON.parse(readFileSync(join(dataDir, "demo-logins.json"), "utf8")));
    if (!owner) throw new Error("there are no demo logins");
    const csrf = await fetch(new URL("/api/auth/csrf", url));
    const { csrfToken } = z.object({ csrfToken: z.string() }).parse(await csrf.json());
    const answer = await fetch(new URL("/api/auth/callback/credentials", url), {
      method: "POST",
      redirect: "manual",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Cookie: cookiesOf(csrf) },
      body: new URLSearchParams({ csrfToken, email: owner.email, password: owner.password, json: "true" }),
    });
    if (!cookiesOf(answer).includes("session-token")) throw new Error(`the login failed: ${answer.status}`);
    return new CrmClient(url, cookiesOf(answer));
  }

  /**
   * The call's record, once it is settled: ended, and what was to follow is there: a message's transcript, and whatever
   * else `isComplete` waits for (last words, what became of the call). After a while it is given as it is.
   */
  async finishedCall(callSid: string, isComplete: (record: CrmCall) => boolean = () => true): Promise<CrmCall | null> {
    const until = Date.now() + SETTLED_WITHIN_MS;
    let id: string | undefined;
    for (;;) {
      id ??= await this.#idOf(callSid);
      const record = id ? call.parse(await this.#get(`/api/crm/calls/${id}`)) : null;
      const settled =
        record &&
        !record.live &&
        record.ending !== null &&
        (record.ending !== "message_taken" || record.recording_transcript !== null) &&
        isComplete(record);
      if (settled || Date.now() > until) return record;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  async #idOf(callSid: string): Promise<string | undefined> {
    const list = z.object({ items: z.array(z.looseObject({ id: z.string(), call_sid: z.string() })) });
    const { items } = list.parse(await this.#get("/api/crm/calls?limit=200"));
    return items.find((item) => item.call_sid === callSid)?.id;
  }

  async #get(path: string): Promise<unknown> {
    const answer = await fetch(new URL(path, this.#url), { headers: { Cookie: this.#cookies } });
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
    return answer.json();
  }
}

function cookiesOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
