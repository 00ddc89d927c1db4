import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { Said } from "./bidi.tsx";

it("what somebody typed is drawn in the order in which it was typed, whatever it orders to be turned around", () => {
  const name = "live \u202etxt.exe\u202c";
  expect(renderToStaticMarkup(<Said>״{name}״</Said>)).toBe('<bdi dir="auto">״live txt.exe\u202c״</bdi>');
});
