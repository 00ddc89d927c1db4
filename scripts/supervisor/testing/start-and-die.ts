/** A supervisor that is killed the moment it has started a child, for tests: `node start-and-die.ts FOLDER` prints who the child is. */
import { writeSync } from "node:fs";
import { join } from "node:path";
import { Output } from "../output.ts";
import { identify } from "../processes.ts";
import { spawnLeashed } from "../spawn.ts";

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error("usage: start-and-die.ts FOLDER");
const output = new Output(join(folder, "child.out"), () => {});
const child = spawnLeashed({ args: ["-e", "setInterval(() => {}, 1000)"], cwd: folder, env: process.env }, output);
writeSync(1, JSON.stringify(identify(child.pid ?? 0)));
process.kill(process.pid, "SIGKILL");
