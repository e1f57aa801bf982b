import { writeSync } from 'node:fs';
import type { BackupEntry } from '../../../src/domain/backup-entry.js';
import { repairRecords } from '../../../src/store/repair-records.js';
import { restoreBackup } from '../../../src/store/restore-backup.js';
import { openStore } from '../../../src/store/store.js';
import { moment, officer, uuid } from '../../fixtures/store/office.js';

/** What this program is told by its one argument. */
export interface SafeOrders {
  readonly task: 'back up' | 'restore' | 'repair';
  readonly folder: string;
  /** Folder of the backup, or of the copy before a repair. */
  readonly other: string;
  readonly name: string;
}

// Waits for a line, does one thing, says that it is done.
const { task, folder, other, name } = JSON.parse(process.argv[2] ?? '{}') as SafeOrders;
const at = moment(70);

const tasks: Readonly<Record<SafeOrders['task'], () => Promise<unknown>>> = {
  'back up': async () => (await openStore(folder)).backUp({ folder: other, name, createdAt: at, toolVersion: '0.1.0' }),
  restore: () =>
    restoreBackup(other, folder, {
      actor: officer,
      at,
      entry: ({ seq, head }): BackupEntry => ({ id: uuid(9), kind: 'restored', at, path: other, seq, head, files: 1, bytes: 1 }),
    }),
  repair: () => repairRecords(folder, { actor: officer, at, reason: 'test', copy: other }),
};

writeSync(1, 'ready\n');
process.stdin.once('data', () => {
  process.stdin.destroy();
  tasks[task]().then(
    () => writeSync(1, 'done\n'),
    (error: unknown) => writeSync(1, `${String(error)}\n`),
  );
});
