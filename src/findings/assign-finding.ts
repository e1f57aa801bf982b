import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { stepped, type Taken } from './step.js';

/** Who is to cure it, under whom, how and by when; and afterwards who was held to account. */
export interface Assignment extends Taken, Partial<Pick<Finding, 'owner' | 'leader' | 'department' | 'kind' | 'dueOn' | 'cause' | 'measure' | 'accountability' | 'severity'>> {}

/** The finding with these particulars. Only accountability is still recorded once it is closed. */
export function assignFinding(finding: Finding, { by, at, ...given }: Assignment): Finding {
  const changes = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<Finding>;
  if (Object.keys(changes).length === 0) throw new AppError('finding-nothing-given');
  if ((changes.owner ?? finding.owner ?? '').trim() === '') throw new AppError('finding-owner-missing', { number: finding.number });
  const onlyAccountability = Object.keys(changes).every((key) => key === 'accountability');
  if (finding.state === 'closed' && !onlyAccountability) throw new AppError('finding-wrong-state', { number: finding.number, state: finding.state, action: 'assigned' });
  return stepped(finding, { event: 'assigned', by, at, note: changes.owner, day: changes.dueOn }, changes);
}
