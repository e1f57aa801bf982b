import { z } from 'zod';
import type { Host } from '../host.js';
import { lastValue, settingLines } from '../look.js';
import { machineSettings, ownSetting, type MachineSettings } from '../machine-settings.js';
import { probe, unseen } from '../probe.js';

/** Read from the machine-wide settings, then from those of the user who runs the check. */
export const screenLock = probe({
  id: 'screenLock',
  schema: z.object({ enabled: z.boolean(), idleMinutes: z.number(), mandatory: z.boolean() }),
  sources: [
    ...['/etc/dconf/profile/user', '/etc/dconf/db/*.d/*', '/etc/dconf/db/*.d/locks/*', '/etc/xdg/kscreenlockerrc'],
    'gsettings get (screen lock of the user who runs the check)',
  ],
  run: async (host) => {
    const { valueOf, locks } = await machineSettings(host);
    const answer = (await desktopLock(host, valueOf)) ?? (await kdeLock(host));
    if (answer === undefined) throw unseen('not-found', 'screen lock settings');
    return { ...answer, mandatory: locks.some((line) => /screensaver|session|dde\/power/.test(line)) };
  },
});

interface Lock {
  readonly enabled: boolean;
  readonly idleMinutes: number;
}

/** One desktop: where it says that it locks, and after what time; `unit` is how many of its units make a minute. */
interface Desktop {
  readonly lock: readonly [schema: string, key: string];
  readonly idle: readonly [schema: string, key: string];
  readonly more?: readonly [schema: string, key: string];
  readonly unit: number;
}

const desktops: readonly Desktop[] = [
  { lock: ['org.ukui.screensaver', 'lock-enabled'], idle: ['org.ukui.session', 'idle-delay'], unit: 1 },
  { lock: ['org.mate.screensaver', 'lock-enabled'], idle: ['org.mate.session', 'idle-delay'], unit: 1 },
  { lock: ['com.deepin.dde.power', 'screen-black-lock'], idle: ['com.deepin.dde.power', 'line-power-lock-delay'], unit: 60 },
  { lock: ['org.gnome.desktop.screensaver', 'lock-enabled'], idle: ['org.gnome.desktop.session', 'idle-delay'], more: ['org.gnome.desktop.screensaver', 'lock-delay'], unit: 60 },
];

async function desktopLock(host: Host, valueOf: MachineSettings['valueOf']): Promise<Lock | undefined> {
  const value = async ([schema, key]: readonly [string, string]): Promise<string | undefined> => valueOf(schema, key) ?? (await ownSetting(host, schema, key));
  for (const { lock, idle, more, unit } of desktops) {
    const enabled = await value(lock);
    const delay = enabled === undefined ? undefined : numberIn(await value(idle));
    const extra = more === undefined || delay === undefined ? 0 : (numberIn(await value(more)) ?? 0);
    // Zero means never, whatever is added to it.
    if (delay !== undefined) return { enabled: enabled === 'true', idleMinutes: delay === 0 ? 0 : (delay + extra) / unit };
  }
  return undefined;
}

// KDE locks after five minutes unless the file says otherwise.
async function kdeLock(host: Host): Promise<Lock | undefined> {
  const lines = await settingLines(host, '/etc/xdg/kscreenlockerrc');
  if (lines.length === 0) return undefined;
  return { enabled: (lastValue(lines, 'Autolock') ?? 'true') === 'true', idleMinutes: numberIn(lastValue(lines, 'Timeout') ?? '5') ?? 0 };
}

function numberIn(value: string | undefined): number | undefined {
  const digits = /^(?:uint32 |int32 )?(\d+)$/.exec(value ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}
