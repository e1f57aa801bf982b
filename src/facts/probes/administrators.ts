import { z } from 'zod';
import { requiredText } from '../look.js';
import { probe, unseen } from '../probe.js';

const groups: readonly string[] = ['sudo', 'wheel', 'admin', 'root'];

/** Accounts that may become the superuser by their group; who they are is not kept. */
export const administrators = probe({
  id: 'administrators',
  schema: z.object({ members: z.int() }),
  sources: ['/etc/group (members of the administrators counted)'],
  run: async (host) => {
    const entries = (await requiredText(host, '/etc/group')).split('\n').filter((line) => line.trim() !== '' && !/^[#+-]/.test(line)).map((line) => line.trim().split(':'));
    if (entries.length === 0 || entries.some((entry) => entry.length !== 4)) throw unseen('crashed', '/etc/group is malformed');
    const members = entries.filter(([name = '']) => groups.includes(name)).flatMap(([, , , names = '']) => names.split(',').map((name) => name.trim()).filter((name) => name !== '' && name !== 'root'));
    return { members: new Set(members).size };
  },
});
