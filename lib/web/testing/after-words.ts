import { POST as handleSpeech } from "../../../app/webhook/handle_speech/route.ts";
import { type Answer, postSigned } from "./signed.ts";

const WORD =
  /^<\?xml[^>]*><Response>(?:<(?:Say|Play)[^>]*>([^<]+)<\/(?:Say|Play)>)?<Redirect method="POST">([^<]+)<\/Redirect><\/Response>$/;

/** Does as the phone network does while a word bridges the wait for an answer; tells each word (or its file's address), gives the answer. */
export async function afterWords(
  callSid: string,
  answer: Answer,
  tell: (word: string) => void = () => {},
): Promise<Answer> {
  const [whole, word = "", next = ""] = WORD.exec(answer.text) ?? [];
  if (whole === undefined) return answer;
  tell(word);
  const { pathname, search } = new URL(next.replaceAll("&amp;", "&"));
  if (pathname !== "/webhook/handle_speech") throw new Error(`the wait leads to ${pathname}`);
  return afterWords(callSid, await postSigned(handleSpeech, `${pathname}${search}`, { CallSid: callSid }), tell);
}
