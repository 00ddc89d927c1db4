import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openCall } from "../../calls/open-call.ts";
import type { Context } from "../../context.ts";
import { type TestBusiness, testBusiness } from "../../testing/business.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { ToolRunner } from "../tool-runner.ts";
import { callTools } from "./call-tools.ts";
import type { CallAtHand } from "./tool.ts";

const PHONE = "+972531234567";
let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

let call: CallAtHand;
beforeEach(async () => {
  const callSid = `CA${randomUUID().replaceAll("-", "")}`;
  await openCall({ callSid, from: PHONE, to: business.number, requestId: null });
  const [row] = await database.owner`select id, customer_id from call where call_sid = ${callSid}`;
  const ctx: Context = {
    businessId: business.id,
    actor: { kind: "agent", callId: row?.id },
    role: null,
    requestId: null,
  };
  call = {
    ctx,
    callId: row?.id,
    caller: { customerId: row?.customer_id, name: null, phone: PHONE },
    transferPhone: null,
  };
});

async function use(name: string, args: object, of: CallAtHand = call, runner = toolsOf(of)) {
  const { use, action } = await runner.run({ id: "c1", name, argumentsJson: JSON.stringify(args) });
  const tasks = await database.owner`select * from task where call_id = ${of.callId} order by id`;
  return { output: use.output, action, tasks, runner };
}

const toolsOf = (of: CallAtHand) => new ToolRunner(callTools(of), () => 0);

describe("take_message", () => {
  it("becomes a task of this call, and the customer gets their name", async () => {
    const { output, tasks } = await use("take_message", { message: "דירה בחולון", name: "דנה לוי", phone: null });
    expect(output).toMatchObject({ ok: true });
    expect(tasks).toMatchObject([
      {
        title: "להחזיר טלפון לדנה לוי",
        details: "דירה בחולון\nשם: דנה לוי\nטלפון: 053-123-4567",
        source: "agent",
        customer_id: call.caller.customerId,
      },
    ]);
    const [customer] = await database.owner`select name from customer where id = ${call.caller.customerId}`;
    expect(customer?.name).toBe("דנה לוי");
  });

  it("does not ask for a number again that was asked for before, on whichever rung", async () => {
    const withheld = { ...call, caller: { customerId: null, name: null, phone: null }, askedForNumber: true };
    expect((await use("take_message", { message: "לחזור אליי" }, withheld)).output).toMatchObject({ ok: true });
  });

  it("left again in the same call goes into the same task, below what is there, also by another process", async () => {
    const first = await use("take_message", { message: "דירה בחולון", name: "דנה לוי" });
    await database.owner`update task set done_at = now() where call_id = ${call.callId}`;
    await use("take_message", { message: "עד שני מיליון" }, call, first.runner);
    const { tasks } = await use("take_message", { message: "עד שני מיליון", name: "דנה לוי" });
    expect(tasks).toMatchObject([
      {
        title: "להחזיר טלפון לדנה לוי",
        details: "דירה בחולון\nשם: דנה לוי\nטלפון: 053-123-4567\nעד שני מיליון",
        done_at: null,
      },
    ]);
  });

  it("left again keeps the number that was given, and comes back when the staff have put the task away", async () => {
    const withheld = { ...call, caller: { customerId: null, name: null, phone: null } };
    const first = await use("take_message", { message: "שלום", phone: "0541112233" }, withheld);
    await database.owner`update task set archived_at = now() where call_id = ${call.callId}`;
    const { output, tasks } = await use("take_message", { message: "ועוד דבר" }, withheld, first.runner);
    expect(output).toMatchObject({ ok: true });
    expect(tasks).toMatchObject([
      {
        title: "להחזיר טלפון למספר 054-111-2233",
        details: "שלום\nטלפון: 054-111-2233\nועוד דבר",
        archived_at: null,
      },
    ]);
  });

  it("takes another number to ring back, as it was spoken", async () => {
    const { tasks } = await use("take_message", { message: "שלום", phone: "אפס חמש ארבע 1112233" });
    expect(tasks[0]).toMatchObject({ title: "להחזיר טלפון למספר 054-111-2233" });
  });

  it("asks once for a number that is missing or broken, and then keeps the message without", async () => {
    const withheld = { ...call, caller: { customerId: null, name: null, phone: null } };
    const first = await use("take_message", { message: "שלום", phone: "05" }, withheld);
    expect(first.output).toMatchObject({ ok: false, reason: expect.stringContaining("לבקש") });
    expect(first.tasks).toHaveLength(0);
    const second = await use("take_message", { message: "שלום", phone: "05" }, withheld, first.runner);
    expect(second.output).toMatchObject({ ok: true });
    expect(second.tasks[0]?.details).toContain("לא נמסר מספר לחזרה");
  });
});

describe("open_task", () => {
  it("opens a task of this call", async () => {
    const { output, tasks } = await use("open_task", { title: "לשלוח חוזה", details: "לדירה בהרצל" });
    expect(output).toMatchObject({ ok: true, task_id: tasks[0]?.id });
    expect(tasks).toMatchObject([{ title: "לשלוח חוזה", details: "לדירה בהרצל", source: "agent" }]);
  });

  it("that is refused by the database is told to the model, not to the caller as an error", async () => {
    const foreign = { ...call, ctx: { ...call.ctx, businessId: randomUUID() } };
    const { output, tasks } = await use("open_task", { title: "לא שלנו" }, foreign);
    expect(output).toMatchObject({ ok: false });
    expect(tasks).toHaveLength(0);
  });
});

describe("what is done to the call", () => {
  it("is a transfer, offered only when there is somebody to transfer to", async () => {
    const { action } = await use("transfer_call", {}, { ...call, transferPhone: "+97231112222" });
    expect(action).toEqual({ kind: "transfer", to: "+97231112222" });
    expect(callTools(call).map(({ spec }) => spec.name)).toEqual(["take_message", "open_task", "end_call"]);
  });

  it("is hanging up", async () => {
    expect((await use("end_call", {})).action).toEqual({ kind: "hang_up" });
  });
});

describe("what the model is told about its tools", () => {
  it("is a plain JSON Schema that an object must fit", () => {
    for (const { spec } of callTools(call)) {
      expect(spec.parameters).toMatchObject({ type: "object", properties: expect.any(Object) });
      expect(spec.parameters).not.toHaveProperty("$schema");
      expect(spec.description).toMatch(/[א-ת]/);
    }
  });
});
