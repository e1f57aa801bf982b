import { homedir } from 'node:os';
import { join } from 'node:path';
import type { FontPlaces } from '#reports/pdf/find-fonts.js';
import type { Program } from './desk.js';

/** Where fonts are looked for: the program's own, and the system's usual folders. */
export function fontFolders(program: Program): FontPlaces {
  return { program: join(program.root, 'templates', 'fonts'), installed: [...systemFolders, join(homedir(), '.local', 'share', 'fonts')] };
}

const systemFolders: readonly string[] = [
  '/usr/share/fonts/office',
  '/usr/share/fonts/win',
  '/usr/share/fonts/windows',
  '/usr/share/fonts/zh_CN/TrueType',
  '/usr/share/fonts/cesi',
  '/usr/share/fonts/truetype/cesi',
  '/usr/local/share/fonts',
  'C:\\Windows\\Fonts',
];
