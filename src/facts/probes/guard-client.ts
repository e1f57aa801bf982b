import { z } from 'zod';
import { namesIn } from '../look.js';
import { probe } from '../probe.js';
import { runningPrograms, runningSources, startedUnits, startedSources } from '../running-programs.js';

/** Makers of programs that control a terminal and its ways out, by the words their names begin with. */
const makers: readonly (readonly string[])[] = [['vrv'], ['superred'], ['zhongfu'], ['leagsoft', 'uniaccess'], ['ipguard'], ['wondersoft', 'chinasec'], ['esafenet'], ['tianqing', 'qaxsafe', 'qaxclient']];
const folders: readonly string[] = ['/opt', '/opt/apps', '/usr/local', '/var/lib/dpkg/info'];

/** Whether a client of a known maker is there. A maker that is not known is confirmed by hand. */
export const guardClient = probe({
  id: 'guardClient',
  schema: z.object({ present: z.int(), running: z.int() }),
  sources: [...folders.map((folder) => `${folder}/* (names compared with a fixed list)`), ...startedSources, ...runningSources],
  run: async (host) => {
    const installed = (await Promise.all(folders.map((folder) => namesIn(host, folder)))).flat().filter((name) => !/\.(list|postrm)$/.test(name));
    const started = await startedUnits(host);
    const running = await runningPrograms(host);
    return { present: countIn([...installed, ...started, ...running]), running: countIn(running) };
  },
});

function countIn(names: readonly string[]): number {
  const parts = names.flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/));
  return makers.filter((words) => words.some((word) => parts.some((part) => part.startsWith(word)))).length;
}
