import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/usr/bin/amule', 'amule'],
  ['/usr/bin/qbittorrent', '/usr/bin/qbittorrent-nox', 'qbittorrent', 'qbittorrent-nox'],
  ['/usr/bin/transmission-gtk', '/usr/bin/transmission-qt', '/usr/bin/transmission-daemon', 'transmission', 'transmission-gtk', 'transmission-qt', 'transmission-daemon'],
  ['/usr/bin/deluge', 'deluge', 'deluge-gtk'],
  ['/usr/bin/ktorrent', 'ktorrent'],
  ['/usr/bin/rtorrent', 'rtorrent'],
  ['/usr/bin/aria2c', 'aria2'],
  ['/usr/bin/uget-gtk', 'uget', 'uget-gtk'],
  ['/opt/Motrix', 'motrix'],
  ['/usr/bin/persepolis', 'persepolis'],
  ['com.xunlei.download', 'xunlei'],
];

/** Programs that share files with strangers or fetch in bulk: presence of known programs only; what they fetched is never looked at. */
export const fileSharingTools = probe({
  id: 'fileSharingTools',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ present: await programsPresent(host, programs), checked: programs.length }),
});
