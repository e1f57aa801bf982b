import { z } from 'zod';
import { programSources, programsPresent, type ProgramMarks } from '../installed-programs.js';
import { probe } from '../probe.js';

const programs: readonly ProgramMarks[] = [
  ['/usr/bin/aide', '/usr/sbin/aide', 'aide'],
  ['/usr/sbin/tripwire', 'tripwire'],
  ['/usr/sbin/samhain', 'samhain'],
  ['/usr/sbin/integrit', 'integrit'],
  ['/usr/bin/debsums', 'debsums'],
];

/** Programs that notice changed system files. */
export const integrityTool = probe({
  id: 'integrityTool',
  schema: z.object({ installed: z.int() }),
  sources: programSources(programs),
  run: async (host) => ({ installed: await programsPresent(host, programs) }),
});
