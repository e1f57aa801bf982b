import { z } from 'zod';
import { namesIn, significant, textOf } from '../look.js';
import { probe } from '../probe.js';

export const sudo = probe({
  id: 'sudo',
  schema: z.object({ withoutPassword: z.int(), rules: z.int() }),
  sources: ['/etc/sudoers (rules counted)', '/etc/sudoers.d/* (rules counted)'],
  run: async (host) => {
    // sudo itself passes over names with a dot or a trailing tilde.
    const names = (await namesIn(host, '/etc/sudoers.d')).filter((name) => !name.includes('.') && !name.endsWith('~') && name !== 'README');
    // Without sudoers sudo refuses everybody.
    const texts = await Promise.all(['/etc/sudoers', ...names.map((name) => `/etc/sudoers.d/${name}`)].map((path) => textOf(host, path)));
    const lines = texts.flatMap((text) => significant((text ?? '').replaceAll('\\\n', ' ')));
    const rules = lines.filter((line) => line.includes('=') && !/^(Defaults|(User|Runas|Host|Cmnd|Cmd)_Alias|@include)/.test(line));
    const lax = lines.filter((line) => /^Defaults\b.*!authenticate\b/.test(line));
    return { withoutPassword: rules.filter((line) => /\bNOPASSWD\b/.test(line)).length + lax.length, rules: rules.length };
  },
});
