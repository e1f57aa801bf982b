import { z } from 'zod';
import { namesIn, settingLines } from '../look.js';
import { probe } from '../probe.js';

export const sudo = probe({
  id: 'sudo',
  schema: z.object({ withoutPassword: z.int(), rules: z.int() }),
  sources: ['/etc/sudoers (rules counted)', '/etc/sudoers.d/* (rules counted)'],
  run: async (host) => {
    const names = (await namesIn(host, '/etc/sudoers.d')).filter((name) => !name.includes('.') && !name.endsWith('~') && name !== 'README');
    const lines = (await Promise.all(['/etc/sudoers', ...names.map((name) => `/etc/sudoers.d/${name}`)].map((path) => settingLines(host, path)))).flat();
    const rules = lines.filter((line) => /=\s*\(?.*ALL/.test(line) && !line.startsWith('Defaults'));
    return { withoutPassword: rules.filter((line) => line.includes('NOPASSWD')).length, rules: rules.length };
  },
});
