import { afterEach, beforeEach, expect, it } from "vitest";
import { ACCOUNT_SID, type MessagingWorld, PERSON, startMessagingWorld, WHATSAPP } from "./testing/world.ts";

let world: MessagingWorld;
beforeEach(async () => {
  world = await startMessagingWorld();
});
afterEach(() => world.close());

const contents = () => world.client.content.v1.contents;

it("lists the account's templates with what WhatsApp said of them", async () => {
  const all = await world.client.content.v1.contentAndApprovals.list();
  expect(all).toMatchObject([
    { friendlyName: "viewing_reminder", approvalRequests: { status: "approved", category: "UTILITY" } },
    { friendlyName: "payment_link", approvalRequests: { status: "approved", content_type: "twilio/text" } },
    { friendlyName: "we_missed_you", approvalRequests: { status: "approved", category: "MARKETING" } },
  ]);
  expect(all[0]).toMatchObject({
    sid: expect.stringMatching(/^HX[0-9a-f]{32}$/),
    accountSid: ACCOUNT_SID,
    language: "he",
    variables: { "1": "נועה" },
    types: { "twilio/quick-reply": { body: expect.stringContaining("{{1}}") } },
    dateCreated: expect.any(Date),
  });
  expect(await contents().list({ pageSize: 2 })).toHaveLength(3);
});

it("gives one, and its approval", async () => {
  const [first] = await contents().list();
  const { sid } = first ?? { sid: "" };
  expect(await contents()(sid).fetch()).toMatchObject({ sid, friendlyName: "viewing_reminder" });
  expect(await contents()(sid).approvalFetch().fetch()).toMatchObject({
    sid,
    whatsapp: { type: "whatsapp", name: "viewing_reminder", status: "approved", rejection_reason: "" },
  });
  await expect(contents()(`HX${"0".repeat(32)}`).fetch()).rejects.toMatchObject({ status: 404, code: 20404 });
});

it("takes a new one, which WhatsApp may then reject", async () => {
  const holiday = {
    friendly_name: "holiday",
    language: "he",
    variables: { "1": "פסח" },
    types: { "twilio/text": { body: "חג {{1}} שמח" } },
  };
  // The client posts what it is given; the names of its own class are not those of the API.
  const made = await contents().create(holiday as never);
  expect(made).toMatchObject({ friendlyName: "holiday", types: { "twilio/text": { body: "חג {{1}} שמח" } } });
  const approval = { name: "holiday", category: "MARKETING" };
  const url = `${world.phone.url}/v1/Content/${made.sid}/ApprovalRequests/whatsapp`;
  expect((await fetch(url, { method: "POST", body: JSON.stringify(approval) })).status).toBe(401);
  const asked = await contents()(made.sid).approvalCreate.create(approval as never);
  expect(asked).toMatchObject({ name: "holiday", status: "received" });
  await world.door(`/templates/${made.sid}`, { status: "rejected", rejectionReason: "too short" });
  expect((await contents()(made.sid).approvalFetch().fetch()).whatsapp).toMatchObject({
    status: "rejected",
    rejection_reason: "too short",
  });
  expect(await contents()(made.sid).remove()).toBe(true);
  expect(await contents().list()).toHaveLength(3);
});

it.each(["{", "[]", '{"1": 5}', '{"1": ""}', '{"1": "שתי\\nשורות"}'])("refuses variables such as %s", async (given) => {
  const [first] = await contents().list();
  const sending = world.client.messages.create({
    from: `whatsapp:${WHATSAPP}`,
    to: `whatsapp:${PERSON}`,
    contentSid: first?.sid ?? "",
    contentVariables: given,
  });
  await expect(sending).rejects.toMatchObject({ status: 400, code: 21656 });
});
