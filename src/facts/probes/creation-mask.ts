import { z } from 'zod';
import { folderLines, lastValue, requiredText, settingLines, significant } from '../look.js';
import { probe, unseen } from '../probe.js';

const scripts: readonly string[] = ['/etc/profile', '/etc/bash.bashrc', '/etc/bashrc'];

/** The weakest of all masks that are written down: which of them a session ends with depends on the way in. */
export const creationMask = probe({
  id: 'creationMask',
  schema: z.object({ othersMayWrite: z.boolean(), othersMayRead: z.boolean() }),
  sources: ['/etc/login.defs (UMASK)', ...[...scripts, '/etc/profile.d/*.sh'].map((path) => `${path} (UMASK)`)],
  run: async (host) => {
    const written = lastValue(significant(await requiredText(host, '/etc/login.defs')), 'UMASK');
    const lines = [...(await Promise.all(scripts.map((path) => settingLines(host, path)))), await folderLines(host, '/etc/profile.d', /\.sh$/)].flat();
    const set = lines.flatMap((line) => /\bumask\s+([0-7]{1,4})\b/.exec(line)?.[1] ?? []);
    const masks = [maskFrom(written), ...set.map((text) => Number.parseInt(text, 8))];
    return { othersMayWrite: masks.some((mask) => (mask & 0o002) === 0), othersMayRead: masks.some((mask) => (mask & 0o004) === 0) };
  },
});

// 022 is what the login programs use when nothing is written.
function maskFrom(written = '022'): number {
  const digits = /^[0-7]{1,4}\b/.exec(written)?.[0];
  if (digits === undefined) throw unseen('crashed', '/etc/login.defs UMASK');
  return Number.parseInt(digits, 8);
}
