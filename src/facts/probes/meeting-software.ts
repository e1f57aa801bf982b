import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/opt/wemeet', 'wemeet', 'wemeetapp'],
  ['/usr/bin/zoom', '/opt/zoom', 'zoom', 'zoom-client'],
  ['/usr/bin/teams', 'teams', 'teams-for-linux'],
  ['/opt/Webex', 'webex'],
  ['jitsi', 'jitsi-meet', 'jitsi-meet-electron'],
  ['/usr/bin/linphone', 'linphone', 'linphone-desktop'],
  ['/usr/bin/mumble', 'mumble'],
  ['/usr/bin/discord', '/usr/share/discord', 'discord'],
];

/** Presence of known meeting programs only; meetings, accounts and recordings are never looked at. */
export const meetingSoftware = probe({
  id: 'meetingSoftware',
  schema: z.object({ present: z.int(), checked: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ present: await programsPresent(host, programs), checked: programs.length }),
});
