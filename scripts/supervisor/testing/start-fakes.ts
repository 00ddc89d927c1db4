/** A supervisor of stand-ins in a process of its own, for tests that kill it: `node start-fakes.ts FOLDER PORT`. */
import { startProduct } from "../product.ts";
import { fakeCommands } from "./fake-commands.ts";

const [root, port] = process.argv.slice(2);
if (root === undefined || port === undefined) throw new Error("usage: start-fakes.ts FOLDER PORT");
await startProduct({ root, env: { PATH: process.env.PATH, PORT: port }, commands: fakeCommands(), note: () => {} });
