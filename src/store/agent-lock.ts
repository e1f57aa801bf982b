import { join } from 'node:path';
import { AppError } from '#domain/app-error.js';
import { checkPlain } from './check-folder.js';
import { whileWriting } from './disk-errors.js';
import { acquireLock } from './lock.js';
import { realFs } from './store-fs.js';

/** Folder of what the night watch keeps beside the records: its lock, health, log, latest result. */
export function agentFolder(folder: string): string {
  return join(folder, 'agent');
}

/** Takes the night watch's own lock: one agent for one set of records, for as long as its program lives. */
export async function acquireAgentLock(folder: string): Promise<() => void> {
  const own = agentFolder(folder);
  whileWriting(() => {
    if (realFs.entry(own) === undefined) realFs.mkdir(own);
    checkPlain(realFs, own, true);
  });
  try {
    return await acquireLock(realFs, own, undefined, 0);
  } catch (error) {
    if (error instanceof AppError && error.code === 'store-busy') throw new AppError('agent-running', error.params);
    throw error;
  }
}
