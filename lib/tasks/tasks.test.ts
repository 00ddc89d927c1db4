import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { updateCustomer } from "../customers/update-customer.ts";
import { forBusiness } from "../db/tenant.ts";
import { eventsAfter, lastEventId } from "../events/queries.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { ringing } from "../testing/sample.ts";
import { archiveTask } from "./archive-task.ts";
import { createTask } from "./create-task.ts";
import { getTask, listTasks } from "./list-tasks.ts";
import { openTaskOnce } from "./open-task-once.ts";
import { updateTask } from "./update-task.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const staff = () => business.as("staff");
const audit = (id: string) => database.owner`
  select action, actor_kind, actor_id, before, after from audit_entry where subject_id = ${id} order by id`;

describe("a task", () => {
  it("is opened, done, opened again and put away; each step is recorded and told", async () => {
    const start = await lastEventId(business.ctx);
    const { id } = await createTask(staff(), { title: "להתקשר לדנה", dueAt: "2026-05-01T09:00:00+03:00" });
    const done = await updateTask(staff(), { taskId: id, done: true });
    expect((await updateTask(staff(), { taskId: id, done: true })).doneAt).toBe(done.doneAt);
    const open = await updateTask(staff(), { taskId: id, done: false, dueAt: null, details: "אחרי הצהריים" });
    expect(open).toMatchObject({ doneAt: null, dueAt: null, details: "אחרי הצהריים", title: "להתקשר לדנה" });
    await archiveTask(staff(), id);
    await expect(getTask(staff(), id)).rejects.toMatchObject({ code: "not_found" });

    const entries = await audit(id);
    expect(entries.map(({ action }) => action)).toEqual([
      "task.create",
      "task.update",
      "task.update",
      "task.update",
      "task.archive",
    ]);
    expect(entries[0]).toMatchObject({
      actor_kind: "user",
      actor_id: business.owner.id,
      before: null,
      after: { title: "להתקשר לדנה", dueAt: "2026-05-01T06:00:00.000Z" },
    });
    expect(entries[1]).toMatchObject({ before: { doneAt: null }, after: { doneAt: done.doneAt } });
    expect(entries[4]).toMatchObject({ before: { title: "להתקשר לדנה" }, after: null });
    const told = await eventsAfter(business.ctx, start, 10);
    expect(told.map((one) => one.type === "task.changed" && one.open)).toEqual([true, false, false, true, false]);
  });

  it("knows who opened it: staff, the agent in a call, or the product", async () => {
    const { callId, customerId } = await ringing(business);
    const agent = { ...business.ctx, actor: { kind: "agent" as const, callId } };
    expect(await createTask(agent, { title: "לחזור", callId, customerId })).toMatchObject({
      source: "agent",
      callId,
      customerId,
    });
    expect(await createTask(business.ctx, { title: "לחזור" })).toMatchObject({ source: "system" });
    await expect(createTask(business.as("viewer"), { title: "לחזור" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("that the product opens twice for the same thing is one, brought up to date", async () => {
    const open = (details?: string) =>
      forBusiness(business.ctx, (tx) =>
        openTaskOnce(tx, business.ctx, {
          onceKey: "the same",
          title: "פעם אחת",
          customerId: null,
          callId: null,
          ...(details ? { details } : {}),
        }),
      );
    await Promise.all([open(), open(), open("מה שנאמר")]);
    await open();
    expect((await listTasks(staff(), { q: "פעם אחת" })).items).toMatchObject([
      { source: "system", details: "מה שנאמר" },
    ]);
  });
});

describe("the list of tasks", () => {
  it("shows open or done ones, newest first, every one once", async () => {
    const other = await testBusiness();
    for (let n = 0; n < 7; n++) await createTask(other.as("staff"), { title: `משימה ${n}%` });
    await database.owner`update task set created_at = '2026-01-01T00:00:00Z' where business_id = ${other.id}`; // all equal
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listTasks(other.as("viewer"), { limit: 3, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(seen).size).toBe(7);
    expect(seen).toHaveLength(7);
    await updateTask(other.as("staff"), { taskId: seen[0] ?? "", done: true });
    expect((await listTasks(other.as("viewer"), {})).items).toHaveLength(6);
    expect((await listTasks(other.as("viewer"), { state: "done" })).items.map(({ id }) => id)).toEqual([seen[0]]);
    expect((await listTasks(other.as("viewer"), { q: "3%" })).items.map(({ title }) => title)).toEqual(["משימה 3%"]);
    expect((await listTasks(other.as("viewer"), { q: "%%" })).items).toEqual([]);
  });
});

describe("a customer's name", () => {
  it("is written down with what it was before, and only when it changes", async () => {
    const { customerId } = await ringing(business);
    await updateCustomer(staff(), { customerId, name: "  דנה לוי " });
    await updateCustomer(staff(), { customerId, name: "דנה לוי" });
    await updateCustomer(staff(), { customerId, name: "דנה כהן" });
    expect((await audit(customerId)).map(({ before, after }) => [before.name, after.name])).toEqual([
      [null, "דנה לוי"],
      ["דנה לוי", "דנה כהן"],
    ]);
    for (const name of [" ", "\u200b\u200f"])
      await expect(updateCustomer(staff(), { customerId, name })).rejects.toThrow("חסר שם");
    await expect(updateCustomer(business.as("viewer"), { customerId, name: "א" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
