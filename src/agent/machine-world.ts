import { readFileSync, statfsSync } from 'node:fs';
import type { Door } from '#workflows/door.js';
import { appendLog } from './agent-files.js';
import { startChild, type ChildProgram, type RunningChild } from './run-child.js';
import type { World } from './world.js';

/** The machine itself, and the means to stop the job that is running. */
export interface MachineWorld extends World {
  stopChild(): void;
}

export function machineWorld(door: Door, program: ChildProgram, logFolder: string): MachineWorld {
  let running: RunningChild | undefined;
  return {
    now: () => door.now(),
    newId: () => door.newId(),
    uptime: machineUptime,
    diskFree: () => {
      const { bavail, bsize } = statfsSync(program.folder);
      return bavail * bsize;
    },
    runChild: async (task) => {
      running = startChild(program, task);
      try {
        return await running.end;
      } finally {
        running = undefined;
      }
    },
    stopChild: () => { running?.stop(); },
    log: (code, text = '') => {
      try {
        appendLog(logFolder, `${door.now()} ${code} ${text}`.trimEnd());
      } catch {
        // A full disk must not end the watch; health and status say that it is full.
      }
    },
  };
}

// /proc/uptime counts the time asleep; elsewhere the monotonic clock has to do.
function machineUptime(): number {
  try {
    return Math.round(Number.parseFloat(readFileSync('/proc/uptime', 'utf8')) * 1000);
  } catch {
    return performance.now();
  }
}
