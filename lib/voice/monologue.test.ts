import { expect, it } from "vitest";
import { TestCall } from "./testing/test-call.ts";

/** Word upon word, without a breath. */
async function talkFor(call: TestCall, ms: number): Promise<string[]> {
  const said: string[] = [];
  for (const until = call.clock.now() + ms; call.clock.now() < until; ) {
    const word = `מילה${said.length % 20}`;
    said.push(word);
    await call.say(word);
  }
  return said;
}

it("of eight minutes is heard to its end, nothing of it is lost, and then it is answered", async () => {
  const call = new TestCall();
  call.session.start();
  const said = await talkFor(call, 8 * 60_000);
  expect(call.brain.asked).toHaveLength(0);
  await call.quiet(5000);
  expect(call.callerTurns.map(({ text }) => text)).toEqual([said.join(" ")]);
  expect(call.agentTurns).toHaveLength(1);
  expect(call.brain.asked).toHaveLength(1);
  expect(call.ears.commits).toBeLessThan(25);
  expect(call.ears.longestCommitMs).toBeLessThan(30_100);
  const answer = call.agentTurns[0]?.metrics;
  expect(answer?.voiceToVoiceMs).toBeLessThan(1500);
  await call.end();
  expect(call.clock.pending).toBe(0);
});
