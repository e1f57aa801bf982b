import { readBytes } from '#catalog/read-bytes.js';
import type { Problem } from '#domain/app-error.js';
import { severities } from '#domain/result-value.js';
import { opinionNatures, type Supervision } from '#domain/supervision.js';
import { sayIn } from '#messages/say.js';
import { openBook, readBook } from '#registers/read-book.js';
import { unknownProblems } from '#registers/sheet-header.js';
import type { Cells, ReadRow } from '#registers/sheet-row.js';
import { writeBook } from '#registers/write-book.js';
import { changeBooks, readBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { numberSource, type NumberSource } from './display-number.js';
import { exchangeForm } from './exchange-form.js';
import { given } from './given.js';
import { changesOf, draftOpinion, type OpinionOrder, type SupervisionChange } from './record-opinion.js';
import { cellOf, lineProblem } from './sheet-cells.js';
import { openSupervision, supervisionNumbered } from './supervision-named.js';
import { writePaper } from './write-paper.js';

export interface OpinionsImport {
  readonly supervision: string;
  readonly added: number;
  readonly unchanged: number;
  /** While there is one, nothing is written. */
  readonly problems: readonly Problem[];
  readonly written: boolean;
}

const limitBytes = 10 * 1024 * 1024;
const mostProblems = 200;

/** Writes an empty sheet to fill in. */
export function writeBlankOpinions(desk: Desk, number: string, file: string): Promise<{ readonly path: string }> {
  return readBooks(desk, async (open) => {
    const supervision = supervisionNumbered(open.snapshot, number);
    const bytes = await writeBook(exchangeForm(desk.program, 'opinions'), [], { unit: open.identity.unit, by: open.by.person, at: open.at, day: open.today, title: `${supervision.number} ${supervision.body}` });
    writePaper(file, Buffer.from(bytes));
    return { path: file };
  });
}

/** Reads the opinions of an inspecting body from a workbook or CSV file: all of them, or none and what is wrong. One that is on record under its number stays as it is. */
export async function importOpinions(desk: Desk, number: string, file: string, request: { readonly dryRun: boolean; readonly by?: string }): Promise<OpinionsImport> {
  const book = await openBook(readBytes(file, limitBytes), file);
  const template = exchangeForm(desk.program, 'opinions');
  const read = readBook(book, template);
  const faults = [...unknownProblems(read.unknownHeaders, read.headerLine, template), ...read.problems];
  return changeBooks<OpinionsImport>(desk, { kind: 'supervision.opinions-imported', by: request.by }, (open) => {
    const before = openSupervision(open.snapshot, number);
    const numbers = numberSource(open.snapshot, open.today.slice(0, 4));
    const { change, added, problems } = read.rows.reduce<Taken>((taken, row) => takenRow(taken, row, { desk, open, numbers, before }), { change: { supervision: before, findings: [] }, added: 0, problems: faults });
    const written = !request.dryRun && problems.length === 0 && added > 0;
    const result = { supervision: before.number, added, unchanged: read.rows.length - added - (problems.length - faults.length), problems: problems.slice(0, mostProblems), written };
    return { changes: written ? changesOf(change, numbers) : [], result };
  });
}

interface Taken {
  readonly change: SupervisionChange;
  readonly added: number;
  readonly problems: readonly Problem[];
}

interface Frame {
  readonly desk: Desk;
  readonly open: OpenBooks;
  readonly numbers: NumberSource;
  readonly before: Supervision;
}

function takenRow(taken: Taken, { line, cells }: ReadRow, { desk, open, numbers, before }: Frame): Taken {
  const { change, added, problems } = taken;
  const order = orderOf(cells);
  const onFile = before.opinions.find(({ originalNumber }) => originalNumber === order.originalNumber);
  if (onFile !== undefined && (order.text ?? onFile.text) === onFile.text && order.nature === onFile.nature) return taken;
  try {
    const { supervision, findings } = draftOpinion(open, change.supervision, order, numbers);
    return { change: { supervision, findings: [...change.findings, ...findings] }, added: added + 1, problems };
  } catch (cause) {
    return { change, added, problems: [...problems, lineProblem(line, cause, desk.say)] };
  }
}

function orderOf(cells: Cells): OpinionOrder {
  const say = sayIn('zh-CN');
  const text = (key: string): string | undefined => cellOf(cells, key);
  const nature = opinionNatures.find((each) => say(`opinion-nature.${each}`) === cells['nature']) ?? 'by-date';
  const severity = severities.find((each) => say(`severity.${each}`) === cells['risk']);
  return { originalNumber: text('no') ?? '', nature, ...given({ text: text('text'), clause: text('clause'), deadline: text('deadline'), department: text('dept'), severity }) };
}
