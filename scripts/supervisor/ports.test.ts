import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, it } from "vitest";
import { claimPort } from "./port-claim.ts";
import { chooseInnerPorts, findFree, type Ports } from "./ports.ts";

const inner = ({ public: _, ...ports }: Ports) => Object.values(ports);

it("stay the same from one start to the next, and are all different", async () => {
  const first = await chooseInnerPorts(3000, {});
  first.release();
  expect(new Set(Object.values(first.ports)).size).toBe(12);
  const second = await chooseInnerPorts(3000, first.ports);
  second.release();
  expect(second.ports).toEqual(first.ports);
  // A port that has become the public one is given up.
  const third = await chooseInnerPorts(first.ports.next, first.ports);
  third.release();
  expect(third.ports.next).not.toBe(first.ports.next);
});

it("are never those of another product that starts at the same moment and listens on none of them yet", async () => {
  const first = await chooseInnerPorts(3000, {});
  first.release();
  // As after a copy of the data folder: both would like to keep the same ports.
  const starts = await Promise.all([chooseInnerPorts(3000, first.ports), chooseInnerPorts(3001, first.ports)]);
  const chosen = starts.flatMap(({ ports }) => inner(ports));
  expect(new Set(chosen).size).toBe(22);
  for (const { release } of starts) release();
});

it("are given back by a process that is killed", async () => {
  const port = await findFree();
  const claim = `import { claimPort } from ${JSON.stringify(join(import.meta.dirname, "port-claim.ts"))};
    console.log(await claimPort(${port}) !== undefined); setInterval(() => {}, 1000);`;
  const other = spawn(process.execPath, ["--input-type=module", "-e", claim]);
  expect(String((await once(other.stdout, "data"))[0])).toBe("true\n");
  expect(await claimPort(port)).toBeUndefined();
  other.kill("SIGKILL");
  await once(other, "exit");
  const claimed = await claimPort(port);
  expect(claimed).toBeDefined();
  claimed?.release();
});
