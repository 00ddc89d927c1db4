import { readdirSync, readFileSync, readlinkSync, writeFileSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { codeOf } from "./trouble.ts";

/** A process that can be recognised again later: a pid alone may have been given to another process since. */
export type ProcessIdentity = { pid: number; boot: string; startTicks: string };

/** Identifies a running process; undefined when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  const startTicks = startTicksOf(pid);
  return startTicks === undefined ? undefined : { pid, boot: bootId(), startTicks };
}

/** Whether exactly that process still runs (zombies do not count). */
export function isStillRunning(identity: ProcessIdentity): boolean {
  return identity.boot === bootId() && startTicksOf(identity.pid) === identity.startTicks;
}

/** Sends a signal to a whole process group; false when there is nothing left to receive it. */
export function signalGroup(groupId: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-groupId, signal);
    return true;
  } catch (error) {
    if (codeOf(error) === "EPERM") return true;
    return false;
  }
}

/** Whether a process group still has a member that runs; zombies whose parent has not looked yet do not count. */
export function groupIsAlive(groupId: number): boolean {
  if (!signalGroup(groupId, 0)) return false;
  return pids().some((pid) => {
    const fields = statFields(pid);
    return fields !== undefined && fields.groupId === groupId && fields.state !== "Z";
  });
}

/** Whether a process was started as the first of a group of its own, as the supervisor starts its children. */
export function leadsItsGroup(pid: number): boolean {
  return statFields(pid)?.groupId === pid;
}

/** Where processors are short, this process takes what the others leave. Without it, it is only quicker at their expense. */
export function putBehindOthers(pid: number): void {
  const { PRIORITY_BELOW_NORMAL } = constants.priority;
  try {
    setPriority(pid, PRIORITY_BELOW_NORMAL);
    // Linux on a desktop or a bare server shares processors between sessions first; this is how far one is behind another.
    writeFileSync(`/proc/${pid}/autogroup`, String(PRIORITY_BELOW_NORMAL));
  } catch {
    // Another system, a container, or the process has just ended.
  }
}

/** The command line of a process as far as this user may see it. */
export function commandOf(pid: number): string | undefined {
  const command = readQuietly(`/proc/${pid}/cmdline`)?.replaceAll("\0", " ").trim();
  return command === "" ? undefined : command?.slice(0, 120);
}

/** Who listens on a TCP port, as far as /proc shows it. */
export function listenerOn(port: number): { pid: number; command: string } | undefined {
  const inodes = new Set(["/proc/net/tcp", "/proc/net/tcp6"].flatMap((table) => listeningInodes(table, port)));
  if (inodes.size === 0) return undefined;
  for (const pid of pids()) {
    if (socketsOf(pid).some((inode) => inodes.has(inode))) return { pid, command: commandOf(pid) ?? "unknown" };
  }
  return undefined;
}

function listeningInodes(table: string, port: number): string[] {
  const wanted = port.toString(16).toUpperCase().padStart(4, "0");
  return (readQuietly(table) ?? "").split("\n").flatMap((line) => {
    const [, local, , state, , , , , , inode] = line.trim().split(/\s+/);
    return local?.endsWith(`:${wanted}`) && state === "0A" && inode !== undefined ? [inode] : [];
  });
}

function socketsOf(pid: number): string[] {
  const folder = `/proc/${pid}/fd`;
  try {
    return readdirSync(folder).flatMap((fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`${folder}/${fd}`))?.[1] ?? []);
  } catch {
    return []; // another user's process, or one that has just ended
  }
}

function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}

function startTicksOf(pid: number): string | undefined {
  const fields = statFields(pid);
  return fields === undefined || fields.state === "Z" ? undefined : fields.startTicks;
}

function statFields(pid: number): { state: string; groupId: number; startTicks: string } | undefined {
  const stat = readQuietly(`/proc/${pid}/stat`);
  if (stat === undefined) return undefined;
  // The second field is the name in brackets and may itself contain spaces and brackets.
  const [state, , group, ...rest] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return { state: state ?? "", groupId: Number(group), startTicks: rest[16] ?? "" };
}

function pids(): number[] {
  return readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? [Number(name)] : []));
}

function bootId(): string {
  return readQuietly("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
}

function readQuietly(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
