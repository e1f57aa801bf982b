import { AppError } from '#domain/app-error.js';
import type { ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { basisOf } from '#reports/follow-up/notice.js';
import { buildForm } from '#reports/form/build-form.js';
import type { PrintableCells } from '#reports/form/form-source.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { exchangeForm } from './exchange-form.js';
import { inspectionNumbered } from './inspection-named.js';
import { loadParameters } from './load-catalog.js';
import { viewInspection, type InspectionView } from './show-inspections.js';
import { viewFindings } from './view-findings.js';

/** An inspection that was held as its form (K04), with the problems it found. */
export function inspectionForm(desk: Desk, open: OpenBooks, called: string, by: string): (number: string, say: Say) => ReportDocument {
  const inspection = inspectionNumbered(open.snapshot, called);
  const { record } = inspection;
  if (record === undefined) throw new AppError('inspection-not-held', { number: inspection.number });
  const view = viewInspection(open, inspection, viewFindings(open.snapshot, open.today));
  const { unit, demo } = open.identity;
  return (number, say) => {
    const children = [{ template: exchangeForm(desk.program, 'inspection-problems'), rows: problemRows(desk, view, say) }];
    const source = { template: exchangeForm(desk.program, 'inspection'), layout: 'card' as const, isBlank: false, records: [{ cells: cellsOf(view, say), children }], number, unit, by, at: open.at, day: open.today, isDemo: demo };
    return buildForm(source, say);
  };
}

function cellsOf({ inspection, findings }: InspectionView, say: Say): PrintableCells {
  const { number, kind, departments, scope, record } = inspection;
  const joiner = say('letter.and');
  return present({
    no: number,
    kind: say(`inspection-kind.${kind}`),
    date: record?.on,
    basis: record?.basis,
    target: departments.join(joiner),
    team: record?.team,
    accompanied: record?.accompanied,
    scope,
    method: record?.methods.map((method) => say(`inspection-method.${method}`)),
    devices: record?.devices,
    persons: record?.persons,
    documents: record?.documents,
    recording: record?.recording,
    good: record?.good,
    opinion: findings.length === 0 ? say('inspection.no-problems', { opinion: record?.opinion ?? '' }) : record?.opinion,
    deadline: record?.deadline,
  });
}

function problemRows(desk: Desk, { findings }: InspectionView, say: Say): readonly PrintableCells[] {
  const source = { parameters: loadParameters(desk.program) };
  return findings.map(({ finding, due }) => present({ no: finding.number, problem: finding.statement, basis: basisOf(finding, source, say), risk: say(`severity.${finding.severity}`), dept: finding.department ?? finding.subject.label, due }));
}

function present(cells: Readonly<Record<string, PrintableCells[string] | undefined>>): PrintableCells {
  return Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, PrintableCells[string]] => entry[1] !== undefined));
}
