import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { eventsAfter, lastEventId } from "../events/queries.ts";
import type { Role } from "../permissions.ts";
import { type TestBusiness, testBusiness } from "../testing/business.ts";
import { type TestDatabase, testDatabase } from "../testing/database.ts";
import { getSettings } from "./get-settings.ts";
import {
  updateCalls,
  updateHours,
  updateMessages,
  updateOrdering,
  updatePersona,
  updateTransfer,
  updateVoice,
} from "./update-settings.ts";

let database: TestDatabase;
let business: TestBusiness;
beforeAll(async () => {
  database = await testDatabase();
  business = await testBusiness();
});
afterAll(() => database.drop());

const persona = {
  name: "דירות שי",
  field: "תיווך",
  address: "הרצל 1, חיפה",
  tone: "חם",
  instructions: "לשאול על תקציב",
};
const closed = { 0: [], 1: [], 2: [], 3: [], 4: [], 5: [], 6: [] };
const calls = {
  ...{ enableCallsStream: true, enableRecordingFallback: true },
  ...{ turnSilenceMs: 450, openTurnSilenceMs: 1300, maxLiveCalls: 5 },
};
const owner = () => business.as("owner");
const audit = () => database.owner`
  select action, actor_kind, actor_id, before, after from audit_entry
  where business_id = ${business.id} and action like 'business.%' and action <> 'business.create' order by id desc limit 1`;
const renderings = () => database.owner`
  select j.id from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where t.identifier = 'render_phrases' and payload->>'businessId' = ${business.id}`;

describe("settings", () => {
  const changes: [string, (role: Role) => Promise<void>][] = [
    ["persona", (role) => updatePersona(business.as(role), persona)],
    ["voice", (role) => updateVoice(business.as(role), { greeting: "שלום לכם", voice: null })],
    ["hours", (role) => updateHours(business.as(role), { openingHours: closed })],
    ["calls", (role) => updateCalls(business.as(role), calls)],
    ["messages", (role) => updateMessages(business.as(role), { enableMessageAgent: true, replyDelaySeconds: 2 })],
    ["ordering", (role) => updateOrdering(business.as(role), { deliveryFee: 19.9 })],
    ["transfer", (role) => updateTransfer(business.as(role), { transferPhone: "" })],
  ];

  it.each(changes)("%s: read by everybody, changed by the owner only", async (_name, change) => {
    for (const role of ["viewer", "staff"] as const) {
      expect((await getSettings(business.as(role))).phoneNumbers).toMatchObject([{ e164: business.number }]);
      await expect(change(role)).rejects.toMatchObject({ code: "forbidden" });
    }
    await change("owner");
  });

  it("keep whether messages are answered and the wait before it, to the half second, and record it", async () => {
    await updateMessages(owner(), { enableMessageAgent: true, replyDelaySeconds: 10 });
    await updateMessages(owner(), { enableMessageAgent: false, replyDelaySeconds: 0.5 });
    expect(await getSettings(owner())).toMatchObject({ enableMessageAgent: false, replyDelaySeconds: 0.5 });
    expect(await audit()).toMatchObject([
      {
        ...{ action: "business.messages", actor_kind: "user", actor_id: business.owner.id },
        before: { enableMessageAgent: true, replyDelayMs: 10_000 },
        after: { enableMessageAgent: false, replyDelayMs: 500 },
      },
    ]);
  });

  it("keep what a delivery costs to the agora, and that there is none", async () => {
    await updateOrdering(owner(), { deliveryFee: 19.9 });
    expect((await getSettings(owner())).deliveryFee).toBe(19.9);
    await updateOrdering(owner(), { deliveryFee: null });
    expect((await getSettings(owner())).deliveryFee).toBeNull();
    expect(() => updateOrdering(owner(), { deliveryFee: -1 })).toThrow("שלילי");
  });

  it("are kept, recorded with what was before, and told to the screens", async () => {
    await updatePersona(owner(), persona);
    const before = await lastEventId(business.ctx);
    await updatePersona(owner(), { ...persona, name: " דירות דן ", tone: "ענייני" });
    expect(await getSettings(owner())).toMatchObject({ name: "דירות דן", tone: "ענייני", address: "הרצל 1, חיפה" });
    expect(await audit()).toMatchObject([
      {
        ...{ action: "business.persona", actor_kind: "user", actor_id: business.owner.id },
        before: persona,
        after: { ...persona, name: "דירות דן", tone: "ענייני" },
      },
    ]);
    expect(await eventsAfter(business.ctx, before, 5)).toMatchObject([{ type: "business.changed" }]);
  });

  it("of the voice are rendered ahead, by one job however often they change", async () => {
    await database.owner`delete from graphile_worker._private_jobs`;
    await updatePersona(owner(), persona);
    expect(await renderings()).toHaveLength(0);
    await updateVoice(owner(), { greeting: "ברוכים הבאים", voice: "he-IL-Wavenet-B" });
    await updateVoice(owner(), { greeting: "ברוכים הבאים לשי", voice: "he-IL-Wavenet-B" });
    expect(await renderings()).toHaveLength(1);
    expect((await getSettings(owner())).greeting).toBe("ברוכים הבאים לשי");
  });

  it("of hours keep several spans a day, and the transfer number in one form", async () => {
    const openingHours = {
      ...closed,
      0: [
        { from: "09:00", to: "13:00" },
        { from: "16:00", to: "19:00" },
      ],
    };
    await updateHours(owner(), { openingHours });
    await updateTransfer(owner(), { transferPhone: "052-111 2233" });
    expect(await getSettings(owner())).toMatchObject({ openingHours, transferPhone: "+972521112233" });
    await updateTransfer(owner(), { transferPhone: null });
    expect((await getSettings(owner())).transferPhone).toBeNull();
  });

  it("of calls are kept, to the very edges", async () => {
    const edges = {
      ...calls,
      enableCallsStream: false,
      turnSilenceMs: 1200,
      openTurnSilenceMs: 1200,
      maxLiveCalls: 200,
    };
    await updateCalls(owner(), edges);
    expect(await getSettings(owner())).toMatchObject(edges);
  });

  it("tell which addresses to give to the phone network", async () => {
    expect((await getSettings(owner())).webhooks).toEqual({
      incomingCall: "http://localhost:3999/webhook/incoming_call",
      voiceFallback: "http://localhost:3999/webhook/voice_fallback",
      callStatus: "http://localhost:3999/webhook/call_status",
    });
  });
});

describe("what cannot be is refused in Hebrew, and changes nothing", () => {
  const hours = (from: string, to: string) => () =>
    updateHours(owner(), { openingHours: { ...closed, 1: [{ from, to }] } });
  const waiting = (replyDelaySeconds: number) => () =>
    updateMessages(owner(), { enableMessageAgent: true, replyDelaySeconds });
  const wrong: [string, () => Promise<void>, string][] = [
    ["a business without a name", () => updatePersona(owner(), { ...persona, name: " " }), "חסר שם העסק"],
    ["no field", () => updatePersona(owner(), { ...persona, field: "" }), "חסר תחום העיסוק"],
    ["no tone", () => updatePersona(owner(), { ...persona, tone: "" }), "חסר סגנון הדיבור"],
    [
      "endless instructions",
      () => updatePersona(owner(), { ...persona, instructions: "א".repeat(4001) }),
      "ההנחיות ארוכות מדי",
    ],
    ["no greeting", () => updateVoice(owner(), { greeting: "", voice: null }), "חסרה ברכת פתיחה"],
    [
      "a greeting like a speech",
      () => updateVoice(owner(), { greeting: "א".repeat(301), voice: null }),
      "ארוכה מדי לאוזן",
    ],
    ["closing before opening", hours("18:00", "09:00"), "שעת הסגירה צריכה להיות אחרי"],
    ["an hour that is none", hours("9:00", "25:00"), "שעה בצורה 09:00"],
    ["no patience", () => updateCalls(owner(), { ...calls, turnSilenceMs: 299 }), "מספר שלם בין 300 ל־1200"],
    ["half a call", () => updateCalls(owner(), { ...calls, maxLiveCalls: 1.5 }), "מספר שלם בין 1 ל־200"],
    [
      "less patience within a sentence than after it",
      () => updateCalls(owner(), { ...calls, turnSilenceMs: 1000, openTurnSilenceMs: 900 }),
      "לא יכולה להיות קצרה",
    ],
    ["a wait below zero", waiting(-0.5), "בין 0 ל־10 שניות"],
    ["a wait that nobody waits for", waiting(10.5), "בין 0 ל־10 שניות"],
    ["a wait of no half seconds", waiting(1.2), "בחצאי שנייה"],
    ["a wait that is no number", waiting(Number.NaN), "בין 0 ל־10 שניות"],
    ["a number that is none", () => updateTransfer(owner(), { transferPhone: "שלום" }), "מספר הטלפון אינו תקין"],
    ["a number that is too short", () => updateTransfer(owner(), { transferPhone: "123" }), "מספר הטלפון אינו תקין"],
  ];

  it.each(wrong)("%s", async (_name, change, message) => {
    const before = await getSettings(owner());
    const refused = (async () => change())(); // some refuse before there is a promise
    await expect(refused).rejects.toThrow(message);
    expect(await getSettings(owner())).toEqual(before);
  });
});
