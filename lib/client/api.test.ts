import { afterEach, expect, it, vi } from "vitest";
import { apiDo } from "./api.ts";
import { ApiError } from "./api-error.ts";

afterEach(() => vi.unstubAllGlobals());

const refused = (body: unknown, status: number) =>
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status }));

it("tells people what the server says, whether or not it has details to give", async () => {
  refused({ error: { code: "rule", message: "הקישור כבר נוצל", request_id: "r1" } }, 422);
  await expect(apiDo("/api/x", { method: "POST" })).rejects.toEqual(
    expect.objectContaining({ status: 422, message: "הקישור כבר נוצל", requestId: "r1", fields: {} }),
  );
  refused(
    {
      error: { code: "invalid", message: "לא תקין", request_id: "r2", details: [{ path: "name", message: "חסר שם" }] },
    },
    400,
  );
  await expect(apiDo("/api/x", { method: "POST" })).rejects.toMatchObject({ fields: { name: "חסר שם" } });
});

it("says that something went wrong when the answer is nobody's", async () => {
  refused("<html>", 502);
  const error = await apiDo("/api/x", { method: "POST" }).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(ApiError);
});
