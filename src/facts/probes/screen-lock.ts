import { z } from 'zod';
import type { Host } from '../host.js';
import { lastValue, namesIn, settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

/** Read from the machine-wide defaults; a user's own changes stay his own. */
export const screenLock = probe({
  id: 'screenLock',
  schema: z.object({ enabled: z.boolean(), idleMinutes: z.number(), mandatory: z.boolean() }),
  sources: ['/etc/dconf/db/*.d/* (machine-wide settings)', '/etc/dconf/db/*.d/locks/*', '/etc/xdg/kscreenlockerrc', 'gsettings get (screen saver of this user’s desktop)'],
  run: async (host) => {
    const { settings, locks } = await machineWide(host);
    const kde = await settingLines(host, '/etc/xdg/kscreenlockerrc');
    const idleKde = lastValue(kde, 'Timeout');
    const enabled = settings['lock-enabled'] ?? settings['lock-screen-enabled'] ?? settings['idle-activation-enabled'] ?? lastValue(kde, 'Autolock') ?? (await own(host, 'lock-enabled'));
    const idle = settings['idle-delay'] ?? (await own(host, 'idle-delay'));
    if (enabled === undefined || (idle === undefined && idleKde === undefined)) throw unseen('not-found', 'screen lock settings');
    const seconds = Number(/(\d+)\s*$/.exec(idle ?? '')?.[1] ?? Number.NaN);
    const idleMinutes = idleKde === undefined ? seconds / 60 : Number(idleKde);
    return { enabled: enabled.trim() === 'true', idleMinutes: Number.isFinite(idleMinutes) ? idleMinutes : 0, mandatory: locks.some((line) => /screensaver|session/.test(line)) };
  },
});

async function machineWide(host: Host): Promise<{ settings: Record<string, string>; locks: readonly string[] }> {
  const folders = (await namesIn(host, '/etc/dconf/db')).filter((name) => name.endsWith('.d')).map((name) => `/etc/dconf/db/${name}`);
  const files = (await Promise.all(folders.map(async (folder) => (await namesIn(host, folder)).filter((name) => name !== 'locks').map((name) => `${folder}/${name}`)))).flat();
  const lines = (await Promise.all(files.map((file) => settingLines(host, file)))).flat();
  const locks = await Promise.all(folders.map(async (folder) => (await Promise.all((await namesIn(host, `${folder}/locks`)).map((name) => settingLines(host, `${folder}/locks/${name}`)))).flat()));
  const pairs = lines.flatMap((line) => (line.includes('=') ? [[line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()] as const] : []));
  return { settings: Object.fromEntries(pairs), locks: locks.flat() };
}

const schemas = { 'lock-enabled': ['org.ukui.screensaver', 'org.gnome.desktop.screensaver', 'org.mate.screensaver'], 'idle-delay': ['org.ukui.session', 'org.gnome.desktop.session', 'org.mate.session'] } as const;

async function own(host: Host, key: keyof typeof schemas): Promise<string | undefined> {
  for (const schema of schemas[key]) {
    const look = await host.run('gsettings', ['get', schema, key]);
    if (look.kind === 'ran' && look.exitCode === 0 && look.stdout.trim() !== '') return look.stdout.trim();
  }
  return undefined;
}
