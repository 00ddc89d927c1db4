/** What a caller without a stream is told next: the answer, or a word while it is still thought about. */
import { inTime } from "../in-time.ts";
import { log } from "../log.ts";

// With the way there and back a caller hears nothing for less than a second and a half.
/** How long an answer is waited for before a word bridges the wait. */
const BRIDGE_AFTER_MS = 1100;
/** A voice is asked for that word so long before it is needed. */
const READY_BEFORE_MS = 300;
/** How long after it was needed. */
const WORD_WITHIN_MS = 200;

interface AnswerOrWord<T> {
  answering: Promise<T>;
  /** The word in the business's own voice; asked for only when the answer does not come at once. */
  ownWord: () => Promise<T>;
  /** The same in the network's voice: it needs nobody. */
  networksWord: T;
}

/** Comes 1.3 s after the call of it at the latest. Rejects when the answer does meanwhile. */
export async function answerOrWord<T>({
  answering,
  ownWord,
  networksWord,
}: AnswerOrWord<T>): Promise<{ kind: "answer" | "word"; say: T }> {
  const atOnce = await inTime(answering, BRIDGE_AFTER_MS - READY_BEFORE_MS);
  if (atOnce !== null) return { kind: "answer", say: atOnce };
  const word = ownWord().catch((error: unknown) => {
    log().warn({ err: error }, "the network says the word that bridges a wait");
    return networksWord;
  });
  const answer = await inTime(answering, READY_BEFORE_MS);
  if (answer !== null) return { kind: "answer", say: answer };
  return { kind: "word", say: (await inTime(word, WORD_WITHIN_MS)) ?? networksWord };
}
