/** What becomes of what stands in the composer when the network, or the server, does not do its part. */
import { expect, it } from "vitest";
import { afterSending, type Draft, type DraftMessage, messagesOf, sendMessages } from "./send-draft.ts";

const FILES = ["019b0000-0000-7000-8000-000000000001", "019b0000-0000-7000-8000-000000000002"];
const quoted = { id: "019b0000-0000-7000-8000-00000000000a", direction: "in", text: "יש חניה?" } as const;

/** A composer, and a server that keeps what it has not kept before; `lose` and `refuse` tell what goes wrong with which message. */
function composer(draft: Partial<Draft> = {}, files = FILES) {
  let [words, waiting] = [
    { body: "שלום", note: false, replyTo: null, key: "key-of-the-words", ...draft } as Draft,
    files,
  ];
  const kept = new Map<string, DraftMessage>();
  return {
    kept: () => [...kept.values()].map(({ body, attachmentIds }) => [body, attachmentIds?.[0] ?? null]),
    left: () => [words.body, waiting],
    write: (body: string) => {
      words = { ...words, body, key: `key-${body.length}-${words.key}` };
    },
    send: (wrong: { lose?: number; refuse?: number } = {}) => {
      let nth = 0;
      const { key } = words;
      return sendMessages(
        messagesOf(words, waiting),
        async (message) => {
          if (nth++ === wrong.refuse) throw new Error("refused");
          kept.set(message.onceKey ?? crypto.randomUUID(), message);
          if (nth - 1 === wrong.lose) throw new Error("the answer was lost");
        },
        ({ attachmentIds = [] }) => {
          words = afterSending(words, key, `next-${key}`);
          waiting = waiting.filter((id) => !attachmentIds.includes(id));
        },
      );
    },
  };
}

it("words whose answer was lost are sent once, however often somebody presses", async () => {
  const one = composer({}, []);
  await expect(one.send({ lose: 0 })).rejects.toThrow("lost");
  await one.send();
  expect(one.kept()).toEqual([["שלום", null]]);
  expect(one.left()).toEqual(["", []]);
});

it("words that were changed after that are words of their own", async () => {
  const one = composer({}, []);
  await expect(one.send({ lose: 0 })).rejects.toThrow("lost");
  one.write("שלום לכם");
  await one.send();
  expect(one.kept()).toEqual([
    ["שלום", null],
    ["שלום לכם", null],
  ]);
});

it("what is written while the words are on their way stays, and is words of its own", async () => {
  const one = composer({}, []);
  const sending = one.send();
  one.write("ועוד משהו");
  await sending;
  expect(one.left()).toEqual(["ועוד משהו", []]);
});

it("of two files only that which has not got through is sent again", async () => {
  const one = composer();
  await expect(one.send({ refuse: 1 })).rejects.toThrow("refused");
  expect(one.left()).toEqual(["", [FILES[1]]]);
  await one.send();
  expect(one.kept()).toEqual([
    ["שלום", FILES[0]],
    ["", FILES[1]],
  ]);
  expect(one.left()).toEqual(["", []]);
});

it("a file whose answer was lost is sent once, with its words and without", async () => {
  for (const body of ["שלום", ""]) {
    const one = composer({ body });
    await expect(one.send({ lose: 0 })).rejects.toThrow("lost");
    await expect(one.send({ lose: 1 })).rejects.toThrow("lost");
    await one.send();
    expect(one.kept()).toEqual([
      [body, FILES[0]],
      ["", FILES[1]],
    ]);
  }
});

it("what is answered goes with the first message, also of a note; files are not for colleagues", () => {
  const draft: Draft = { body: " כן ", note: false, replyTo: quoted, key: "key-of-the-words" };
  expect(messagesOf(draft, FILES).map(({ replyToId }) => replyToId)).toEqual([quoted.id, undefined]);
  expect(messagesOf({ ...draft, note: true }, FILES)).toEqual([
    { body: "כן", note: true, attachmentIds: [], replyToId: quoted.id, onceKey: "key-of-the-words" },
  ]);
  expect(messagesOf({ ...draft, body: " " }, [])).toEqual([]);
});
