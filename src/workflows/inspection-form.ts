import { AppError } from '#domain/app-error.js';
import type { InspectionRecord } from '#domain/inspection.js';
import type { ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { basisOf } from '#reports/follow-up/notice.js';
import { buildForm } from '#reports/form/build-form.js';
import type { PrintableCells } from '#reports/form/form-source.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { exchangeForm } from './exchange-form.js';
import { given } from './given.js';
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
  return { no: number, kind: say(`inspection-kind.${kind}`), target: departments.join(say('letter.and')), scope, ...(record === undefined ? {} : recordCells(record, findings.length, say)) };
}

function recordCells({ on, methods, opinion, ...rest }: InspectionRecord, problems: number, say: Say): PrintableCells {
  const said = problems === 0 ? say('inspection.no-problems', { opinion }) : opinion;
  return given({ date: on, method: methods.map((method) => say(`inspection-method.${method}`)), opinion: said, ...rest });
}

function problemRows(desk: Desk, { findings }: InspectionView, say: Say): readonly PrintableCells[] {
  const source = { parameters: loadParameters(desk.program) };
  return findings.map(({ finding, due }) => given({ no: finding.number, problem: finding.statement, basis: basisOf(finding, source, say), risk: say(`severity.${finding.severity}`), dept: finding.department ?? finding.subject.label, due }));
}
