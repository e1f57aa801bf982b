import { z } from 'zod';
import { requiredText, settingLines } from '../look.js';
import { probe, unseen } from '../probe.js';

const clock = '/sys/class/rtc/rtc0/since_epoch';

/** How far the system's time is from that of the clock on the board; in minutes, since the two are not read at one moment. */
export const clockDrift = probe({
  id: 'clockDrift',
  schema: z.object({ minutes: z.int() }),
  sources: [clock, '/etc/adjtime (kind of time)'],
  run: async (host) => {
    // A clock that keeps local time, as another system beside this one wants it, is always hours away.
    if ((await settingLines(host, '/etc/adjtime')).includes('LOCAL')) throw unseen('unsupported', 'the clock keeps local time', '/etc/adjtime');
    const text = (await requiredText(host, clock)).trim();
    if (!/^\d{1,12}$/.test(text)) throw unseen('crashed', 'not a number', clock);
    return { minutes: Math.round(Math.abs(Number(text) * 1000 - Date.parse(host.now())) / 60_000) };
  },
});
