import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const logLimit = 1024 * 1024;
const logsKept = 3;

/** Puts a small file in place whole: a reader sees the old one or the new one. */
export function placeText(folder: string, name: string, text: string): void {
  const unfinished = join(folder, `${name}.part`);
  writeFileSync(unfinished, text, { mode: 0o600 });
  const handle = openSync(unfinished, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(unfinished, join(folder, name));
}

/** Adds one line to the agent's log; a full log is set aside, and the oldest of three is dropped. */
export function appendLog(folder: string, line: string): void {
  const path = join(folder, 'agent.log');
  if (existsSync(path) && statSync(path).size > logLimit) rotate(path);
  appendFileSync(path, `${line}\n`, { mode: 0o600 });
}

function rotate(path: string): void {
  rmSync(`${path}.${String(logsKept)}`, { force: true });
  for (let number = logsKept - 1; number >= 1; number -= 1) if (existsSync(`${path}.${String(number)}`)) renameSync(`${path}.${String(number)}`, `${path}.${String(number + 1)}`);
  renameSync(path, `${path}.1`);
}
