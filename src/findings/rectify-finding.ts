import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { stepped, type Taken } from './step.js';

/** What the responsible person reports: 整改措施. */
export interface Rectification extends Taken {
  readonly measure: string;
  readonly cause?: string;
  readonly owner?: string;
  readonly department?: string;
  readonly dueOn?: string;
  /** Numbers of kept evidence. */
  readonly evidence?: readonly string[];
}

/** The finding with its rectification recorded; it is not closed by this. */
export function rectifyFinding(finding: Finding, rectification: Rectification): Finding {
  const { measure, cause, department, dueOn, by, at, evidence = [] } = rectification;
  const changes = {
    measure,
    owner: rectification.owner ?? finding.owner ?? by.person,
    evidence: [...new Set([...finding.evidence, ...evidence])],
    ...(cause === undefined ? {} : { cause }),
    ...(department === undefined ? {} : { department }),
    ...(dueOn === undefined ? {} : { dueOn }),
  };
  const moved = stepped(finding, { event: 'rectified', by, at, note: measure }, changes);
  if (measure.trim() === '') throw new AppError('finding-measure-missing');
  return moved;
}
