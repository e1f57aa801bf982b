import { readFileSync, readlinkSync } from 'node:fs';
import { z } from 'zod';

/** Which program holds a lock; the start time tells it from a later one with the same number. */
const Holder = z.strictObject({
  pid: z.int(),
  start: z.string(),
  boot: z.string(),
  namespace: z.string(),
  free: z.literal(true).optional(),
});
export type Holder = z.infer<typeof Holder>;

let known: Holder | undefined;

/** This program. */
export function ownHolder(): Holder {
  known ??= { pid: process.pid, start: startOf(process.pid) ?? '', boot: bootId(), namespace: pidNamespace() };
  return known;
}

/** The holder that a lock file names, or undefined when the text is none. */
export function holderIn(bytes: Uint8Array): Holder | undefined {
  try {
    return Holder.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    // Records are whole before they get their name: an unreadable one comes from a power cut, and its program is gone.
    return undefined;
  }
}

/** True unless that program has certainly ended. One in another container cannot be seen, so it counts as alive. */
export function isAlive({ pid, start, boot, namespace, free }: Holder): boolean {
  const own = ownHolder();
  if (free === true || boot !== own.boot) return false;
  if (namespace !== own.namespace) return true;
  return own.start === '' ? answersSignals(pid) : startOf(pid) === start;
}

/** Identity of this boot of the machine. */
export function bootId(): string {
  return textOf('/proc/sys/kernel/random/boot_id') ?? 'unknown';
}

function pidNamespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    // No procfs: all programs count as one namespace.
    return 'unknown';
  }
}

// Field 22 of /proc/<pid>/stat; the name in field 2 may hold blanks and brackets. A zombie counts as dead.
function startOf(pid: number): string | undefined {
  const stat = textOf(`/proc/${String(pid)}/stat`);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ') ?? [];
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

function answersSignals(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    // Absent on other systems, or the program has ended.
    return undefined;
  }
}
