import { z } from 'zod';
import { anyExists } from '../look.js';
import { probe } from '../probe.js';

export const timeSync = probe({
  id: 'timeSync',
  schema: z.object({ enabled: z.boolean() }),
  sources: ['/etc/systemd/system/**.wants/{chrony,chronyd,ntp,ntpd,ntpsec,systemd-timesyncd}.service (exists)', '/etc/systemd/system/dbus-org.freedesktop.timesync1.service (exists)'],
  run: async (host) => {
    const units = ['chrony', 'chronyd', 'ntp', 'ntpd', 'ntpsec', 'systemd-timesyncd'];
    const wanted = ['multi-user.target.wants', 'sysinit.target.wants'].flatMap((folder) => units.map((unit) => `/etc/systemd/system/${folder}/${unit}.service`));
    return { enabled: await anyExists(host, [...wanted, '/etc/systemd/system/dbus-org.freedesktop.timesync1.service']) };
  },
});
