import type { Host } from './host.js';
import { exists, namesIn } from './look.js';

/** One program, by the marks it leaves where it is installed: fixed paths, and names of menu entries, folders and packages. */
export type ProgramMarks = readonly string[];

const folders: readonly string[] = [
  ...['/usr/share/applications', '/usr/local/share/applications', '/opt', '/opt/apps'],
  ...['/var/lib/snapd/desktop/applications', '/var/lib/flatpak/exports/share/applications', '/var/lib/dpkg/info'],
];

/** What `programsPresent` looks at, for the list that staff are shown. */
export function programSources(programs: readonly ProgramMarks[]): readonly string[] {
  return [...programs.flat().filter(isPath).map((path) => `${path} (exists)`), ...folders.map((folder) => `${folder}/* (names compared with a fixed list)`)];
}

/** How many of these programs are installed; nothing is said about their use. */
export async function programsPresent(host: Host, programs: readonly ProgramMarks[]): Promise<number> {
  const names = new Set((await Promise.all(folders.map((folder) => namesIn(host, folder)))).flat().flatMap(wordsOf));
  const found = await Promise.all(programs.map(async (marks) => {
    const paths = await Promise.all(marks.filter(isPath).map((path) => exists(host, path)));
    return paths.includes(true) || marks.some((mark) => names.has(mark));
  }));
  return found.filter(Boolean).length;
}

function isPath(mark: string): boolean {
  return mark.startsWith('/');
}

// A removed package leaves its list of files behind, but not their sums; a menu entry may carry the maker before the name.
function wordsOf(name: string): readonly string[] {
  if (/\.(list|postrm|preinst|postinst|prerm|conffiles|triggers|shlibs|symbols|templates|config)$/.test(name)) return [];
  const plain = name.toLowerCase().replace(/\.(desktop|md5sums)$/, '').replace(/:\w+$/, '');
  return [plain, ...plain.split(/[._]/)];
}
