import { z } from 'zod';
import type { Host } from '../host.js';
import { machineSettings, ownSetting } from '../machine-settings.js';
import { probe, unseen } from '../probe.js';

const desktops: readonly string[] = ['org.gnome.desktop.media-handling', 'org.mate.media-handling', 'org.cinnamon.desktop.media-handling'];
const usual = { automount: true, never: false };

/** Whether media are opened by themselves when plugged in, and whether programs on them may be offered to run. */
export const autorun = probe({
  id: 'autorun',
  schema: z.object({ automount: z.boolean(), programs: z.boolean() }),
  sources: ['/etc/dconf/profile/user', '/etc/dconf/db/*.d/*', '/etc/dconf/db/*.d/locks/*', 'gsettings get (media settings of the user who runs the check)'],
  run: async (host) => {
    const { valueOf } = await machineSettings(host);
    const seen = (await Promise.all(desktops.map(async (schema) => settingsOf(host, schema, valueOf)))).filter((each) => each !== undefined);
    if (seen.length === 0) throw unseen('not-found', 'settings for media');
    return { automount: seen.some(({ automount }) => automount), programs: seen.some(({ never }) => !never) };
  },
});

// What the machine's own settings leave open is the user's; what neither sets is as the desktop comes.
async function settingsOf(host: Host, schema: string, valueOf: (schema: string, key: string) => string | undefined): Promise<typeof usual | undefined> {
  const [automount, never] = await Promise.all(['automount', 'autorun-never'].map(async (key) => valueOf(schema, key) ?? (await ownSetting(host, schema, key))));
  if (automount === undefined && never === undefined) return undefined;
  return { automount: (automount ?? String(usual.automount)) === 'true', never: (never ?? String(usual.never)) === 'true' };
}
