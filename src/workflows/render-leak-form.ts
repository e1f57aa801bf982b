import { resolve } from 'node:path';
import { sayIn } from '#messages/say.js';
import { buildForm } from '#reports/form/build-form.js';
import { drawBlankForm } from '#reports/pdf/draw-document.js';
import { findFonts } from '#reports/pdf/find-fonts.js';
import type { Desk } from './desk.js';
import { readBooks } from './change-books.js';
import { minuteOf } from './door.js';
import { exchangeForm } from './exchange-form.js';
import { fontFolders } from './font-folders.js';
import { glyphWarnings } from './issue-paper.js';
import { leakNumbered, viewLeak, type LeakView } from './leak-events.js';
import { writePaper } from './write-paper.js';

export interface RenderedLeakForm {
  readonly path: string;
  readonly pages: number;
  /** The event whose number and times are filled in. */
  readonly event?: LeakView;
  readonly warnings: readonly string[];
}

/** 泄密事件报告表 (K09), to be filled in by hand: only the number and the times of an event on record stand in it, never a word of contents; it is not kept. */
export function renderLeakForm(desk: Desk, request: { readonly event?: string; readonly output?: string }): Promise<RenderedLeakForm> {
  return readBooks(desk, async (open) => {
    const say = sayIn('zh-CN');
    const event = request.event === undefined ? undefined : viewLeak(leakNumbered(open.snapshot, request.event), open.at);
    const times = event === undefined ? {} : { no: event.event.number, found_at: minuteOf(event.event.foundAt), report_by: minuteOf(event.reportBy), ...(event.event.reportedAt === undefined ? {} : { reported_at: minuteOf(event.event.reportedAt) }) };
    const { unit, demo } = open.identity;
    const document = buildForm({ template: exchangeForm(desk.program, 'leak-form'), layout: 'card', isBlank: true, records: [{ cells: { unit, ...times }, children: [] }], number: '', unit, by: '', at: open.at, day: '', isDemo: demo }, say);
    const { bytes, pages, missing } = await drawBlankForm(document, desk.program.version, findFonts(fontFolders(desk.program)));
    const path = resolve(request.output ?? 'leak-form.pdf');
    writePaper(path, bytes);
    return { path, pages, ...(event === undefined ? {} : { event }), warnings: glyphWarnings(desk, missing) };
  });
}
