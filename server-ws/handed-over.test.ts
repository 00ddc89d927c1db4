import { createServer } from "node:http";
import { type AddressInfo, connect, createServer as createDoor, type Socket } from "node:net";
import { expect, it, vi } from "vitest";
import { takeConnection } from "./edge.ts";

it("a connection that another process accepted is served, and its small packets go out at once", async () => {
  const server = createServer((_, response) => {
    response.write("a");
    response.end("b");
  });
  const door = createDoor({ pauseOnConnect: true });
  const accepted = new Promise<Socket>((resolve) => door.once("connection", resolve));
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const client = connect((door.address() as AddressInfo).port, "127.0.0.1");
  const socket = await accepted;
  const noDelay = vi.spyOn(socket, "setNoDelay");
  takeConnection(server, socket);
  expect(noDelay).toHaveBeenCalledWith(true);
  client.write("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
  const answer = await new Promise<string>((resolve) => {
    let text = "";
    client.on("data", (piece) => {
      text += piece;
    });
    client.on("end", () => resolve(text));
  });
  expect(answer).toContain("200 OK");
  door.close();
});
