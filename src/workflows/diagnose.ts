import { statfsSync } from 'node:fs';
import { AppError, type ErrorCode } from '#domain/app-error.js';
import { findFonts, fontRoles } from '#reports/pdf/find-fonts.js';
import { openStore } from '#store/store.js';
import type { Desk } from './desk.js';
import { errorCure, errorText } from './error-text.js';
import { minuteOf } from './door.js';
import { fontFolders } from './font-folders.js';
import { listChecklistFiles } from './list-checklists.js';
import { loadCatalog } from './load-catalog.js';
import { loadChecklist } from './load-checklist.js';

export const areas = ['program', 'catalog', 'records', 'lock', 'fonts', 'clock', 'rights', 'network'] as const;

/** One line of `doctor`. */
export interface Check {
  readonly area: (typeof areas)[number];
  readonly state: 'good' | 'note' | 'bad';
  readonly detail: string;
  readonly cure?: string;
  readonly code?: ErrorCode;
}

export interface Diagnosis {
  readonly checks: readonly Check[];
}

/** What a person needs to know of this machine before relying on the tool; reads only. */
export async function diagnose(desk: Desk, surroundings: { readonly node: string; readonly platform: string; readonly privileged: boolean }): Promise<Diagnosis> {
  const { say, program } = desk;
  const version = { version: program.version, node: surroundings.node, platform: surroundings.platform };
  return {
    checks: [
      { area: 'program', state: 'good', detail: say('doctor.program-detail', version) },
      catalogCheck(desk),
      ...(await recordChecks(desk)),
      fontCheck(desk),
      surroundings.privileged
        ? { area: 'rights', state: 'good', detail: say('doctor.rights-full') }
        : { area: 'rights', state: 'note', detail: say('doctor.rights-limited') },
      { area: 'network', state: 'good', detail: say('doctor.network-detail') },
    ],
  };
}

function catalogCheck(desk: Desk): Check {
  try {
    const catalog = loadCatalog(desk.program);
    const files = listChecklistFiles(desk.program, desk.folder);
    for (const { file } of files) loadChecklist(file, catalog.environment);
    return { area: 'catalog', state: 'good', detail: desk.say('doctor.catalog-detail', { checklists: files.length, registers: catalog.templates.length }) };
  } catch (error) {
    return failed('catalog', error, desk);
  }
}

async function recordChecks(desk: Desk): Promise<Check[]> {
  const { say } = desk;
  try {
    const store = await openStore(desk.folder, { readOnly: true });
    try {
      const now = desk.door.now();
      const behind = store.isClockBehind(now);
      const space = statfsSync(desk.folder);
      const detail = say('doctor.records-detail', {
        unit: store.identity.unit,
        frames: store.verify({ deep: false }).frames,
        free: Math.floor((space.bavail * space.bsize) / 2 ** 30),
        folder: desk.folder,
      });
      const lock = { kernel: 'doctor.lock-kernel', epoch: 'doctor.lock-epoch', share: 'doctor.lock-share' } as const;
      return [
        { area: 'records', state: 'good', detail },
        { area: 'lock', state: store.lockKind === 'epoch' ? 'note' : 'good', detail: say(lock[store.lockKind]) },
        behind
          ? { area: 'clock', state: 'note', detail: say('clock.behind'), cure: say('doctor.clock-cure') }
          : { area: 'clock', state: 'good', detail: say('doctor.clock-detail', { now: minuteOf(now) }) },
      ];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [failed('records', error, desk)];
  }
}

function fontCheck(desk: Desk): Check {
  try {
    const { used } = findFonts(fontFolders(desk.program), fontRoles);
    const detail = desk.say('doctor.fonts-detail', { names: [...new Set(used.map((font) => font.name))].join(', ') });
    // 宋体 is asked for page numbers only, and always comes with the program.
    const missing = used.filter(({ role, origin }) => origin === 'program' && role !== 'song' && role !== 'body');
    if (missing.length === 0) return { area: 'fonts', state: 'good', detail };
    const instead = missing.map(({ role, name }) => desk.say('doctor.font-instead', { style: desk.say(`font-style.${role}`), name }));
    return { area: 'fonts', state: 'note', detail, cure: desk.say('doctor.fonts-installed-missing', { fonts: instead.join('  ') }) };
  } catch (error) {
    return failed('fonts', error, desk);
  }
}

function failed(area: Check['area'], error: unknown, desk: Desk): Check {
  if (!(error instanceof AppError)) throw error;
  return { area, state: 'bad', code: error.code, detail: errorText(error, desk.say), cure: errorCure(error, desk.say) };
}
