import { statfs } from "node:fs/promises";
import { Trouble } from "./trouble.ts";

const leastFreeMb = 500;

/** @throws Trouble when the disk under the folder has too little room for a database to be safe on it. */
export async function requireFreeSpace(
  dir: string,
  freeMbOf: (dir: string) => Promise<number> = freeMb,
): Promise<void> {
  const free = await freeMbOf(dir);
  if (free >= leastFreeMb) return;
  throw new Trouble(
    `The disk under ${dir} is nearly full: ${Math.floor(free)} MB are free and Moked needs at least ${leastFreeMb} MB ` +
      "to keep its database safe. Free some space, or choose another folder with DATA_DIR.",
  );
}

async function freeMb(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return (bavail * bsize) / 1024 / 1024;
}
