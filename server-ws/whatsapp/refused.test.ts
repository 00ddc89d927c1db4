/** What the server does not take of what is sent to it, once and for all or for now. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { sendTo } from "#lib/messaging/send-to.ts";
import { type TestBusiness, testBusiness } from "#lib/testing/business.ts";
import { type TestDatabase, testDatabase } from "#lib/testing/database.ts";
import { chooseWhatsappProvider } from "#lib/whatsapp/choose-provider.ts";
import { until, workingSession } from "../testing/whatsapp-world.ts";
import type { Session } from "./session.ts";

let database: TestDatabase;
let business: TestBusiness;
const running: Session[] = [];
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  business = await testBusiness();
  await chooseWhatsappProvider(business.as("owner"), { provider: "baileys" });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((session) => session.close()));
});
afterAll(() => database.drop());

async function refusing(code: string) {
  const { socket, session } = await workingSession(business.as("owner"), "+972501110000");
  running.push(session);
  socket.refusal = code;
  const { id } = await sendTo(business.as("owner"), { to: "053-222-2222", body: "שלום" });
  session.look();
  return { socket, id };
}

const becomes = (id: string, status: string) =>
  until(async () => {
    const [row] = await database.owner`select status, error_code from message where id = ${id}`;
    return row?.status === status ? row : null;
  });

it("what is refused has failed, with the reason", async () => {
  const { id } = await refusing("463");
  expect(await becomes(id, "failed")).toMatchObject({ error_code: "too_many_new_chats" });
});

it("what is refused for now is sent again, and has not failed by what was told of the first try", async () => {
  const { socket, id } = await refusing("479");
  await until(async () => socket.sent.length === 1);
  socket.refusal = null;
  expect(await becomes(id, "sent")).toMatchObject({ error_code: null });
  const [first, second] = socket.sent;
  expect(socket.sent).toHaveLength(2);
  expect(second?.id).toBe(first?.id);
});
