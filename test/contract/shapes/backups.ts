import { z } from 'zod';
import { BackupEntry } from '#domain/backup-entry.js';

const BackupLine = BackupEntry.omit({ id: true }).extend({ kind: z.enum(['created', 'restored', 'unrecorded']), state: z.enum(['present', 'absent', 'different']) });

/** What `--json` prints, by command. */
export const backupsShapes: Readonly<Record<string, z.ZodType>> = {
  'backup:create': z.strictObject({ path: z.string(), entry: BackupEntry }),
  'backup:list': z.strictObject({ folder: z.string(), backups: z.array(BackupLine) }),
  'backup:verify': z.strictObject({
    path: z.string(),
    backup: z
      .strictObject({ format: z.int(), storeId: z.string(), unit: z.string(), seq: z.int(), head: z.string(), createdAt: z.string(), toolVersion: z.string() })
      .optional(),
    files: z.int(),
    bytes: z.int(),
    problems: z.array(z.string()),
  }),
  'backup:restore': z.strictObject({ folder: z.string(), entry: BackupEntry }),
  'store:repair': z.strictObject({
    reason: z.string(),
    file: z.string(),
    byte: z.int(),
    bytes: z.int(),
    records: z.int(),
    frames: z.int(),
    documents: z.array(z.string()),
    evidence: z.array(z.string()).optional(),
    copy: z.string(),
    last: z.int(),
    head: z.string(),
    setAside: z.array(z.string()),
  }),
};
