import { readFileSync, rmSync } from 'node:fs';
import type { InstallKind, InstallRecord } from '#domain/installation.js';
import { removeEmptyFolders, replaceText, textIfThere } from './entry-files.js';
import { ownerOf } from './entry.js';
import { dropInstallRecord, noticePath, recordPath } from './install-record.js';
import { withoutLoginLine } from './login-line.js';

/** What was taken away, and what stayed because it is no longer ours. */
export interface Removed {
  readonly removed: readonly string[];
  readonly kept: readonly string[];
}

/** Takes away exactly what the record lists: a file without our mark stays, a folder that others use stays. */
export function removeEntry(folder: string, kind: InstallKind, record: InstallRecord): Removed {
  const entries = record.entries.map((path) => entryRemoved(folder, kind, path));
  const profile = profileRemoved(folder, record.profile);
  const own = [noticePath(folder), recordPath(folder)].filter((path) => textIfThere(path) !== undefined);
  rmSync(noticePath(folder), { force: true });
  dropInstallRecord(folder);
  const folders = removeEmptyFolders(record.folders);
  return { removed: [...entries.flatMap((entry) => entry.removed), ...profile, ...own, ...folders], kept: entries.flatMap((entry) => entry.kept) };
}

function entryRemoved(folder: string, kind: InstallKind, path: string): Removed {
  const text = entryText(kind, path);
  if (text === undefined) return { removed: [], kept: [] };
  if (ownerOf(text, folder) !== 'ours') return { removed: [], kept: [path] };
  rmSync(path);
  return { removed: [path], kept: [] };
}

function entryText(kind: InstallKind, path: string): string | undefined {
  const text = textIfThere(path);
  return text !== undefined && kind === 'windows-task' ? readFileSync(path, 'utf16le') : text;
}

function profileRemoved(folder: string, profile: InstallRecord['profile']): readonly string[] {
  const text = profile === undefined ? undefined : textIfThere(profile.path);
  if (profile === undefined || text === undefined) return [];
  const rest = withoutLoginLine(text, folder);
  if (rest === text) return [];
  if (rest === '' && profile.created) rmSync(profile.path);
  else replaceText(profile.path, rest);
  return [profile.path];
}
