import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { InstallRecord } from '#domain/installation.js';
import { agentFolder } from '#store/agent-lock.js';
import { writePaper } from '#workflows/write-paper.js';
import { textIfThere } from './entry-files.js';

export function recordPath(folder: string): string {
  return join(agentFolder(folder), 'install.json');
}

export function noticePath(folder: string): string {
  return join(agentFolder(folder), 'notice.txt');
}

/** What the last install made; undefined when there was none, or nobody can read what it left. */
export function readInstallRecord(folder: string): InstallRecord | undefined {
  const text = textIfThere(recordPath(folder));
  if (text === undefined) return undefined;
  try {
    return InstallRecord.parse(JSON.parse(text));
  } catch {
    // Uninstall still finds the entries by their mark.
    return undefined;
  }
}

export function keepInstallRecord(folder: string, record: InstallRecord): void {
  writePaper(recordPath(folder), Buffer.from(`${JSON.stringify(record, null, 2)}\n`));
}

export function dropInstallRecord(folder: string): void {
  rmSync(recordPath(folder), { force: true });
}
