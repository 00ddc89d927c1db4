/** What becomes of a broadcast when something goes wrong in the middle of it. */
import { describe, expect, it } from "vitest";
import { forBusiness } from "../db/tenant.ts";
import { carrier } from "../messaging/testing/carrier.ts";
import { advanceBroadcast } from "./advance-broadcast.ts";
import { ATTEMPTS } from "./advance-later.ts";
import { createBroadcast } from "./create-broadcast.ts";
import { giveUpForgottenBroadcasts } from "./give-up-broadcast.ts";
import { advance as advanceJob } from "./jobs/advance-broadcast.ts";
import { getBroadcast } from "./list-broadcasts.ts";
import { broadcastBench } from "./testing/bench.ts";

const bench = broadcastBench();
const { staff, customer, asked, advance, queuedIds, handAllOver, resultsOf, recipients } = bench;
const { signal } = new AbortController();

describe("one whose message cannot be written", () => {
  /** The database takes no message in which these words stand. */
  async function refused(words: string, work: () => Promise<void>, code = "22P05") {
    await bench.database.owner.unsafe(`
      create function refuse() returns trigger language plpgsql as $$ begin
        if new.body like '%${words}%' then raise 'refused' using errcode = '${code}'; end if;
        return new; end $$;
      create trigger refuse before insert on message for each row execute function refuse()`);
    try {
      await work();
    } finally {
      await bench.database.owner.unsafe("drop trigger refuse on message; drop function refuse");
    }
  }

  it("is left out with a reason, and everybody else gets theirs", async () => {
    const { phone } = await customer({ name: "תקועה כהן" });
    for (let n = 0; n < 3; n++) await customer();
    const { id } = await createBroadcast(staff(), asked());
    await refused("תקועה", () => advance(id));
    expect(await getBroadcast(staff(), id)).toMatchObject({ state: "done", stopReason: null });
    expect(await resultsOf(id)).toEqual({ queued: 3, skipped: 1 });
    expect((await recipients(id)).find((one) => one.phone === phone)).toMatchObject({
      reason: "לא הצלחנו להכין את ההודעה. כדאי לבדוק את השם ואת הפרטים של הלקוח.",
    });
    const left = await bench.database.owner`
      select 1 from conversation where business_id = ${bench.business.id} and address = ${phone}`;
    expect(left).toEqual([]);
  });

  it("whatever the trouble of the moment is, nobody is left out for it", async () => {
    await customer({ name: "תקועה כהן" });
    const { id } = await createBroadcast(staff(), asked());
    await refused("תקועה", () => expect(advance(id)).rejects.toThrow(), "40P01");
    expect(await resultsOf(id)).toEqual({ waiting: 1 });
    await advance(id);
    expect(await resultsOf(id)).toEqual({ queued: 1 });
  });

  it("a name that begins with what is not seen is greeted by what is", async () => {
    await customer({ name: "\u2060 דנה לוי" });
    const { id } = await createBroadcast(staff(), asked());
    await advance(id);
    const [message] = await bench.database.owner`select body from message where business_id = ${bench.business.id}`;
    expect(message?.body).toContain("שלום דנה,");
  });

  it("a long name with emoji is cut between them, and fills in like any other", async () => {
    await customer({ name: `${"א".repeat(59)}😀😀` });
    const { id } = await createBroadcast(staff(), asked({ variables: { "1": "{{name}}", "2": "דירות" } }));
    await advance(id);
    expect(await resultsOf(id)).toEqual({ queued: 1 });
    const [message] = await bench.database.owner`select body from message where business_id = ${bench.business.id}`;
    expect(message?.body).toContain(`שלום ${"א".repeat(59)},`);
  });

  it("a broadcast that goes wrong again and again stops in the end, and says so", async () => {
    await customer({ name: "תקועה כהן" });
    const { id } = await createBroadcast(staff(), asked());
    const payload = { businessId: bench.business.id, broadcastId: id };
    await refused(
      "תקועה",
      async () => {
        await expect(advanceJob(payload, signal, ATTEMPTS - 1)).rejects.toThrow();
        expect(await getBroadcast(staff(), id)).toMatchObject({ state: "running" });
        await expect(advanceJob(payload, signal, ATTEMPTS)).rejects.toThrow();
      },
      "40P01",
    );
    expect(await getBroadcast(staff(), id)).toMatchObject({ state: "stopped", stopReason: "trouble", waiting: 0 });
    expect(await resultsOf(id)).toEqual({ skipped: 1 });
    const [job] = await bench.database.owner`
      select max_attempts from graphile_worker._private_jobs where key = ${`broadcast:${id}`}`;
    expect(job?.max_attempts).toBe(ATTEMPTS);
  });
});

it("a broadcast whose job is lost is stopped the next night, and one that goes on is left alone", async () => {
  for (let n = 0; n < 2; n++) await customer();
  const { id: lost } = await createBroadcast(staff(), asked());
  const { id: slow } = await createBroadcast(staff(), asked({ perMinute: 1 }));
  await bench.database.owner`update broadcast set next_at = now() - interval '25 hours' where id = ${lost}`;
  await forBusiness(bench.business.ctx, giveUpForgottenBroadcasts);
  expect(await getBroadcast(staff(), lost)).toMatchObject({ state: "stopped", stopReason: "trouble", waiting: 0 });
  expect(await getBroadcast(staff(), slow)).toMatchObject({ state: "running", waiting: 2 });
});

describe("a process that dies", () => {
  it("in the middle of a part has queued nothing of it, and the next one goes on from there", async () => {
    for (let n = 0; n < 4; n++) await customer();
    const { id } = await createBroadcast(staff(), asked({ perMinute: 24 }));
    await advance(id, 1);
    // The second message of the next part cannot be written: the whole part is as if it had never begun.
    await bench.database.owner.unsafe(`
      create function die() returns trigger language plpgsql as $$ begin
        if (select count(*) from message where business_id = new.business_id) >= 3 then raise 'killed'; end if;
        return new; end $$;
      create trigger die before insert on message for each row execute function die()`);
    await expect(advance(id)).rejects.toThrow();
    expect(await queuedIds()).toHaveLength(2);
    expect(await resultsOf(id)).toEqual({ waiting: 2, queued: 2 });
    await bench.database.owner.unsafe("drop trigger die on message; drop function die");
    await advance(id);
    const { sent, sender } = carrier();
    await handAllOver(sender);
    await handAllOver(sender);
    expect(new Set(sent.map(({ to }) => to)).size).toBe(4);
    expect(sent).toHaveLength(4);
  });

  it("after a part is not followed by a second one for the same people, however many take the job up", async () => {
    for (let n = 0; n < 5; n++) await customer();
    const { id } = await createBroadcast(staff(), asked());
    const now = new Date(Date.now() + 1000);
    await Promise.all(Array.from({ length: 5 }, () => advanceBroadcast(bench.business.ctx, id, now)));
    expect(await queuedIds()).toHaveLength(5);
  });
});
