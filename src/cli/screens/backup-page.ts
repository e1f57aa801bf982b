import type { BackupEntry } from '#domain/backup-entry.js';
import type { Say } from '#messages/say.js';
import type { BackupCheck } from '#workflows/check-backup.js';
import { minuteOf } from '#workflows/door.js';
import type { BackupLine } from '#workflows/list-backups.js';
import { tableLines } from '../table.js';

/** What a backup holds, in one line. */
export function backupLines({ seq, head, files, bytes }: Pick<BackupEntry, 'seq' | 'head' | 'files' | 'bytes'>, say: Say): string[] {
  return [say('backup.holds', { seq, files, size: Math.ceil(bytes / 1024), head: head.slice(0, 16) })];
}

/** The list of backups; the places stand below each other, because they are typed or copied. */
export function backupRows(backups: readonly BackupLine[], say: Say, width: number): string[] {
  if (backups.length === 0) return [say('backup.none')];
  const columns = [
    { title: say('column.at') },
    { title: say('column.backup-kind') },
    { title: say('column.state') },
    { title: say('column.backup-newest'), align: 'right' as const },
    { title: say('column.chain') },
  ];
  const rows = backups.map((each) => [minuteOf(each.at), say(`backup-kind.${each.kind}`), say(`backup-state.${each.state}`), String(each.seq), each.head.slice(0, 12)]);
  return [...tableLines(columns, rows, width), '', `${say('column.backup-path')}:`, ...backups.map(({ path }) => `  ${path}`)];
}

/** What was held against the list of a backup, and each difference. */
export function backupCheckPage({ path, backup, files, bytes, problems }: BackupCheck, say: Say): string[] {
  const made = backup === undefined ? [] : [say('backup.made', { unit: backup.unit, at: minuteOf(backup.createdAt) }), ...backupLines({ ...backup, files, bytes }, say)];
  const verdict = problems.length === 0 ? [say('backup.sound'), say('backup.limit')] : [say('backup.problems', { count: problems.length }), ...problems.map((problem) => `  ${problem}`)];
  return [path, ...made, ...verdict];
}
