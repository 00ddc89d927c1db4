/** One LISTEN connection for all of the staff's sockets: which business has news, who is there. Comes back by itself. */
import postgres from "postgres";
import { z } from "zod";
import { PRESENCE_CHANNEL } from "#lib/events/presence.ts";
import { EVENTS_CHANNEL } from "#lib/events/publish.ts";
import { type Presence, presence } from "#lib/events/schemas.ts";
import type { Log } from "#lib/log.ts";
import { parseJson } from "#lib/parse-json.ts";

export interface NewsListener {
  close(): Promise<void>;
}

interface ListenerOptions {
  databaseUrl: string;
  log: Log;
  /** Something new for this business. */
  onNews(businessId: string): void;
  /** Somebody of this business looks at a conversation, types, or has left. */
  onPresence(businessId: string, presence: Presence): void;
  /** The connection was away: anybody may have missed something. */
  onResume(): void;
}

const notice = z.object({ businessId: z.uuid() });
const presenceNotice = presence.extend(notice.shape);

/** Resolves when it listens. Rejects when the database cannot be reached at all. */
export async function listenForNews({
  databaseUrl,
  log,
  onNews,
  onPresence,
  onResume,
}: ListenerOptions): Promise<NewsListener> {
  // A connection of its own: a pooled one could be ended while it listens.
  const client = postgres(databaseUrl, {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: 5,
    onnotice: () => {},
  });
  let listening = false;
  await client.listen(
    EVENTS_CHANNEL,
    (payload) => {
      const parsed = notice.safeParse(parseJson(payload));
      if (parsed.success) onNews(parsed.data.businessId);
      else log.warn({ payload: payload.slice(0, 200) }, "a notice that is not ours");
    },
    () => {
      // Called again after each reconnect of the driver.
      if (listening) onResume();
      listening = true;
    },
  );
  await client.listen(PRESENCE_CHANNEL, (payload) => {
    const parsed = presenceNotice.safeParse(parseJson(payload));
    if (!parsed.success) return log.warn({ payload: payload.slice(0, 200) }, "a presence that is not ours");
    const { businessId, ...told } = parsed.data;
    onPresence(businessId, told);
  });
  return { close: () => client.end({ timeout: 2 }) };
}
