import { z } from 'zod';
import { textOf } from '../look.js';
import { probe, unseen } from '../probe.js';

const file = '/proc/sys/dev/cdrom/info';

export const opticalDrives = probe({
  id: 'opticalDrives',
  schema: z.object({ drives: z.int(), writers: z.int() }),
  sources: [`${file} (drives counted)`],
  run: async (host) => {
    const text = await textOf(host, file);
    // The kernel shows this list as soon as it has met the first drive.
    if (text === undefined) return { drives: 0, writers: 0 };
    const columns = new Map(text.split('\n').flatMap((line) => {
      const [, title = '', values = ''] = /^([^:\t]+):\t*(.*)$/.exec(line) ?? [];
      return title === '' ? [] : [[title, values.split(/\t+/).filter((value) => value !== '')] as const];
    }));
    const drives = columns.get('drive name');
    if (drives === undefined) throw unseen('crashed', `${file} is malformed`);
    const writes = [...columns].filter(([title]) => title.startsWith('Can write')).map(([, values]) => values);
    return { drives: drives.length, writers: drives.filter((_, index) => writes.some((values) => values[index] === '1')).length };
  },
});
