import { z } from 'zod';
import { anyExists, lastValue, settingLines } from '../look.js';
import { numberFrom } from '../password-checker.js';
import { probe } from '../probe.js';

/** What becomes of the audit log: room for it in megabytes, whether old parts are kept, and whether a full disk is noticed. */
export const auditRetention = probe({
  id: 'auditRetention',
  schema: z.object({ installed: z.boolean(), keeps: z.boolean(), megabytes: z.int(), noticesFullDisk: z.boolean() }),
  sources: ['/usr/sbin/auditd (exists)', '/sbin/auditd (exists)', '/etc/audit/auditd.conf'],
  run: async (host) => {
    if (!(await anyExists(host, ['/usr/sbin/auditd', '/sbin/auditd']))) return { installed: false, keeps: false, megabytes: 0, noticesFullDisk: false };
    const lines = await settingLines(host, '/etc/audit/auditd.conf');
    const value = (key: string, usual: string): string => (lastValue(lines, key) ?? usual).toLowerCase();
    const files = numberFrom(value('num_logs', '0')) ?? 0;
    const action = value('max_log_file_action', 'ignore');
    return {
      installed: true,
      // `rotate` keeps as many files as num_logs says; `suspend` and `ignore` lose what comes later or let the file grow unwatched.
      keeps: action === 'keep_logs' || (action === 'rotate' && files >= 2),
      megabytes: (numberFrom(value('max_log_file', '0')) ?? 0) * Math.max(files, 1),
      noticesFullDisk: !['ignore', 'suspend'].includes(value('disk_full_action', 'ignore')) && value('space_left_action', 'ignore') !== 'ignore',
    };
  },
});
