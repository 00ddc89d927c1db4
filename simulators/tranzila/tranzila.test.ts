import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { readForm } from "./payer.ts";
import { OTHER, SHOP, World } from "./testing/world.ts";

let world: World;
beforeEach(async () => {
  world = await World.start();
});
afterEach(async () => {
  vi.useRealTimers();
  await world.close();
});

const today = (): string => new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Jerusalem" });
const days = () => ({ transaction_start_date: today(), transaction_end_date: today() });
const pageOf = async (url: string): Promise<string> => (await fetch(url)).text();

describe("a payment", () => {
  test("that is approved: the payer goes back, the merchant is told, and the report has the row", async () => {
    const paid = await world.pay(await world.pageUrl("117.50", { email: "dana@example.com" }));
    const told = {
      Response: "000",
      index: "1",
      sum: "117.50",
      currency: "1",
      supplier: "shop",
      tranmode: "A",
      ccno: "0000",
      expmonth: "12",
      expyear: "49",
      contact: "דנה לוי",
      email: "dana@example.com",
      ref: "P-17",
    };
    expect(paid).toMatchObject({
      status: 200,
      body: { response: "000", index: 1, redirect_url: "http://shop.test/paid", redirect_fields: told },
    });
    const [notify] = await world.arrived(1);
    expect(notify).toMatchObject(told);
    expect(notify).not.toHaveProperty("TranzilaTK");
    expect(notify).not.toHaveProperty("notify_url_address");
    const row = {
      index: 1,
      amount: 11_750,
      currency: "1",
      processor_response_code: "000",
      txn_type: "DEBIT",
      tranmode: "A",
      payment_plan: "1",
      authorization_number: notify?.ConfirmationCode,
      transaction_date: today(),
      card_last_4: "0000",
      user_defined_1: "דנה לוי",
      user_defined_2: "P-17",
    };
    expect((await world.report({ transaction_index: 1 })).body).toMatchObject({ rows: 1, transactions: [row] });
    expect((await world.report({ transaction_index: 2 })).body).toEqual({ transactions: [], rows: 0 });
    expect(JSON.stringify(world.tranzila.requests.after(0))).not.toContain("4580");
  });

  test("that is refused: sent to the failure page, told as well, and reported as refused", async () => {
    const paid = await world.pay(await world.pageUrl("40"), "refused");
    expect(paid.body).toMatchObject({ response: "004", redirect_url: "http://shop.test/failed" });
    expect(await world.arrived(1)).toMatchObject([{ Response: "004", ConfirmationCode: "0000000", sum: "40" }]);
    expect((await world.report({ transaction_index: 1 })).body).toMatchObject({
      transactions: [{ processor_response_code: "004" }],
    });
  });

  test("that is refused once by a fault, of a card that is approved otherwise", async () => {
    world.tranzila.faults.set({ tranzila: { kind: "declined", times: 1 } });
    expect((await world.pay(await world.pageUrl("40"))).body).toMatchObject({ response: "004" });
    expect((await world.pay(await world.pageUrl("40"))).body).toMatchObject({ response: "000", index: 2 });
  });
});

describe("the handshake", () => {
  test("refuses a sum that was changed in the address, and nothing is charged", async () => {
    const url = await world.pageUrl("100.00", { sum: "1.00" });
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("912791");
    expect(await world.pay(url)).toMatchObject({ status: 409, body: { response: "912791" } });
    expect((await world.report(days())).body).toEqual({ transactions: [], rows: 0 });
    expect(await pageOf(await world.pageUrl("100.00", { sum: "100" }))).toContain("<form");
  });

  test("refuses a sum that was changed in the form", async () => {
    const url = await world.pageUrl("100");
    const { action, fields } = readForm(await pageOf(url));
    const card = { ccno: "4580000000000000", expdate: "1249", mycvv: "123" };
    const body = new URLSearchParams({ ...fields, ...card, sum: "1" });
    expect(await (await fetch(new URL(action, url), { method: "POST", body })).text()).toContain("912791");
  });

  test("is good for one charge, also a refused one", async () => {
    for (const card of ["approved", "refused"] as const) {
      const url = await world.pageUrl("55");
      expect((await world.pay(url, card)).status).toBe(200);
      expect(await world.pay(url)).toMatchObject({ status: 409, body: { response: "912791" } });
    }
    expect((await world.report(days())).body).toMatchObject({ rows: 2 });
  });

  test.each([
    ["none", { thtk: "" }],
    ["an invented one", { thtk: "0".repeat(50) }],
    ["a changed parameter that it has locked", { ref: "P-18" }],
  ])("%s is refused on the page", async (_, changes) => {
    expect(await pageOf(await world.pageUrl("10", changes, { ref: "P-17" }))).toContain("912791");
  });

  test("ends after 20 minutes, and is not good for another terminal", async () => {
    const url = await world.pageUrl("10", {}, { ref: "P-17" });
    expect(await pageOf(url.replace("/shop/", "/other/"))).toContain("912791");
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 19 * 60_000 });
    expect(await pageOf(url)).toContain("<form");
    vi.setSystemTime(Date.now() + 60_000);
    expect(await pageOf(url)).toContain("912791");
  });

  test.each([0, -5, 1.234, "12.30", "abc", "", null])("is not made for the sum %j", async (sum) => {
    const answer = await world.api("/v2/handshake/create", { terminal_name: "shop", sum });
    expect(answer).toMatchObject({ status: 400, body: { error_code: 20004 } });
  });

  test("takes no field that it does not know", async () => {
    const create = (body: object) => world.api("/v2/handshake/create", { terminal_name: "shop", sum: 12.3, ...body });
    expect(await create({})).toMatchObject({ status: 200, body: { error_code: 0, message: "Success" } });
    expect(await create({ amount: 3 })).toMatchObject({ status: 400, body: { error_code: 20004 } });
  });
});

describe("the signature", () => {
  const body = { terminal_name: "shop", sum: 10 };
  const refused = { status: 401, body: { error_code: 20002, message: "Authorization failed" } };
  const seconds = (offset: number) => String(Math.floor(Date.now() / 1000) + offset);

  test.each([
    ["a wrong secret", { secret: "wrong" }],
    ["another terminal's key", { terminal: OTHER }],
    ["an app key that nobody has", { terminal: { ...SHOP, appKey: "nobody" } }],
    ["a time ten minutes ago", { time: seconds(-600) }],
    ["a time that is none", { time: "now" }],
    ["a short nonce", { nonce: "abc" }],
  ])("with %s is refused", async (_, signing) => {
    expect(await world.api("/v2/handshake/create", body, signing)).toEqual(refused);
    expect(await world.api("/v1/transaction", { terminal_name: "shop", transaction_index: 1 }, signing)).toEqual(
      refused,
    );
  });

  test("takes milliseconds and nonces of 40 characters, and no nonce twice", async () => {
    const signing = { time: String(Date.now()), nonce: "n".repeat(40) };
    expect(await world.api("/v2/handshake/create", body, signing)).toMatchObject({ status: 200 });
    expect(await world.api("/v2/handshake/create", body, signing)).toEqual(refused);
  });

  test("with a fault on, the API answers as one expects of it", async () => {
    world.tranzila.faults.set({
      tranzila: [
        { kind: "429", times: 1 },
        { kind: "500", times: 1 },
        { kind: "cut", times: 1 },
      ],
    });
    expect(await world.api("/v2/handshake/create", body)).toMatchObject({ status: 429, body: { error_code: 429 } });
    expect(await world.api("/v2/handshake/create", body)).toMatchObject({ status: 500, body: { error_code: 500 } });
    await expect(world.api("/v2/handshake/create", body)).rejects.toThrow();
    expect(await world.api("/v2/handshake/create", body)).toMatchObject({ status: 200 });
  });
});

describe("the report", () => {
  test("finds by the merchant's own field within a range of days, the newest first, page by page", async () => {
    for (const ref of ["A-1", "A-2", "B-1"]) await world.pay(await world.pageUrl("10", { ref }));
    const found = (more: object) => world.report({ ...days(), ...more });
    const by = (operator: string, value: string) => ({ ufields: [{ name: "ref", operator, value }] });
    expect((await found(by("equals", "A-2"))).body).toMatchObject({
      rows: 1,
      transactions: [{ user_defined_2: "A-2" }],
    });
    expect((await found(by("equals", "A"))).body).toEqual({ transactions: [], rows: 0 });
    expect((await found(by("starts_with", "A"))).body).toMatchObject({ transactions: [{ index: 2 }, { index: 1 }] });
    expect((await found({ page: 2, page_results: 2 })).body).toMatchObject({ rows: 1, transactions: [{ index: 1 }] });
    const before = { transaction_start_date: "2020-01-01", transaction_end_date: "2020-01-31" };
    expect((await world.report(before)).body).toEqual({ transactions: [], rows: 0 });
  });

  test.each([
    ["an index in words", { transaction_index: "1" }],
    ["an index that is no whole number", { transaction_index: 1.5 }],
    ["neither an index nor days", {}],
    ["both", { ...days(), transaction_index: 1 }],
    ["half a range", { transaction_start_date: "2026-01-01" }],
    ["a day that there is not", { transaction_start_date: "2026-02-30", transaction_end_date: "2026-03-01" }],
    ["a field that the terminal has not", { ...days(), ufields: [{ name: "x", operator: "equals", value: "1" }] }],
  ])("refuses %s", async (_, query) => {
    expect(await world.report(query)).toMatchObject({ status: 400, body: { error_code: 20004 } });
  });

  test("shows a terminal its own charges only", async () => {
    await world.pay(await world.pageUrl("10"));
    const query = { terminal_name: "other", transaction_index: 1 };
    expect((await world.api("/v1/transaction", query, { terminal: OTHER })).body).toEqual({
      transactions: [],
      rows: 0,
    });
  });

  test("tells a check of the card, which a payer can ask for in the address, from a charge", async () => {
    const paid = await world.pay(await world.pageUrl("10", { tranmode: "VK", cred_type: "8" }));
    expect(paid.body).toMatchObject({
      response: "000",
      redirect_fields: { TranzilaTK: expect.stringMatching(/^sim/) },
    });
    expect((await world.report({ transaction_index: 1 })).body).toMatchObject({
      transactions: [{ txn_type: "VERIFY", tranmode: "VK", payment_plan: "8" }],
    });
  });
});

describe("a notify", () => {
  const deliveries = async () => (await fetch(`${world.tranzila.url}/_sim/tranzila/notifies`)).json();

  test("that is not answered with 200 comes again", async () => {
    world.notifyAnswers.push(500, 302);
    await world.pay(await world.pageUrl("10"));
    const [first, second, third] = await world.arrived(3);
    expect([second, third]).toEqual([first, first]);
    await expect.poll(deliveries).toMatchObject({
      items: [{ index: 1, state: "sent", deliveries: [{ status: 500 }, { status: 302 }, { status: 200 }] }],
    });
  });

  test("comes as often as one asks for", async () => {
    const settings = await world.door("/tranzila/notifies", { copies: 3, delay_ms: 0 });
    expect(settings.body).toEqual({ copies: 3, delay_ms: 0, hold: false });
    await world.pay(await world.pageUrl("10"));
    expect(await world.arrived(3)).toHaveLength(3);
    expect((await world.door("/tranzila/notifies", { copies: 11 })).status).toBe(400);
  });

  test("is held until it is let go, and lost with the fault; the report has both", async () => {
    await world.door("/tranzila/notifies", { hold: true });
    await world.pay(await world.pageUrl("10"));
    world.tranzila.faults.set({ tranzila: { kind: "no_notify", times: 1 } });
    await world.pay(await world.pageUrl("20"));
    expect(await deliveries()).toMatchObject({ items: [{ state: "held", deliveries: [] }, { state: "lost" }] });
    await world.door("/tranzila/notifies", { hold: false });
    expect(await world.arrived(1)).toMatchObject([{ sum: "10" }]);
    expect(await deliveries()).toMatchObject({ items: [{ state: "sent" }, { state: "lost", deliveries: [] }] });
    expect((await world.report(days())).body).toMatchObject({ rows: 2 });
  });
});

describe("the page", () => {
  const charged = async (url: string, filled: Record<string, string>) => {
    const { action, fields } = readForm(await pageOf(url));
    const body = new URLSearchParams({ ...fields, ...filled });
    return (await fetch(new URL(action, url), { method: "POST", body })).text();
  };
  const card = { ccno: "4580 0000 0000 0000", expdate: "1249", mycvv: "123", myid: "123456782" };

  test("is in Hebrew, marked as a simulation, shows the sum, and takes nothing for HTML", async () => {
    const page = await pageOf(await world.pageUrl("1234.5"));
    expect(page).toContain('lang="he" dir="rtl"');
    expect(page).toContain("הדגמה של טרנזילה");
    expect(page).toContain("1,234.50");
    expect(page).not.toContain("<b>בטלפון");
    expect(page).not.toContain("תשלום ב-bit");
  });

  test("can be opened with a posted form", async () => {
    const url = new URL(await world.pageUrl("10"));
    const posted = await fetch(url.origin + url.pathname, { method: "POST", body: url.searchParams });
    expect(readForm(await posted.text())).toMatchObject({ action: "/shop/charge", fields: { sum: "10", ref: "P-17" } });
  });

  test.each([
    ["a number with a slip of the finger", { ccno: "4580000000000001" }, "מספר הכרטיס שגוי"],
    ["a date that is none", { expdate: "1349" }, "תוקף הכרטיס שגוי"],
    ["no CVV", { mycvv: "" }, "קוד האבטחה"],
    ["a wrong identity number", { myid: "123456789" }, "מספר תעודת הזהות שגוי"],
  ])("shows the form again for %s, and the handshake stays good", async (_, wrong, problem) => {
    const url = await world.pageUrl("10");
    expect(await charged(url, { ...card, ...wrong })).toContain(problem);
    expect(readForm(await charged(url, card))).toMatchObject({ fields: { Response: "000", index: "1" } });
  });

  test("refuses a card that has expired with 036", async () => {
    const page = await charged(await world.pageUrl("10"), { ...card, expdate: "0120" });
    expect(readForm(page)).toMatchObject({ action: "http://shop.test/failed", fields: { Response: "036" } });
  });

  test("takes bit when it is offered", async () => {
    const page = await charged(await world.pageUrl("10", { bit_pay: "1" }), { pay_with: "bit" });
    expect(readForm(page).fields).toMatchObject({ Response: "000" });
    expect(await charged(await world.pageUrl("10"), { pay_with: "bit" })).toContain("מספר הכרטיס שגוי");
  });

  test("does not bring back results that stood in its address", async () => {
    const page = await charged(await world.pageUrl("10", { Response: "000", TranzilaTK: "stolen" }), {
      ...card,
      expdate: "0120",
    });
    expect(readForm(page).fields.Response).toBe("036");
    expect(readForm(page).fields).not.toHaveProperty("TranzilaTK");
  });

  test("is not found for a terminal that there is not, and is not shown with wrong parameters", async () => {
    const url = await world.pageUrl("10");
    const unknown = await fetch(url.replace("/shop/", "/nobody/"));
    expect([unknown.status, await unknown.text()]).toEqual([404, expect.stringContaining("page not found")]);
    for (const [name, value] of [
      ["currency", "3"],
      ["success_url_address", "/paid"],
      ["notify_url_address", "ftp://shop.test/n"],
    ] as const)
      expect((await fetch(await world.pageUrl("10", { [name]: value }))).status).toBe(400);
  });

  test("of another host is not opened by the door's payer", async () => {
    expect((await world.pay("http://127.0.0.1:1/shop/iframenew.php")).status).toBe(400);
    expect((await world.pay("nonsense")).status).toBe(400);
  });
});
