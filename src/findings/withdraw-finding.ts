import { AppError } from '#domain/app-error.js';
import type { Finding } from '#domain/finding.js';
import { isOneOf, refuseOwnWork } from './second-person.js';
import { stepped, withReason, type Taken } from './step.js';

/** 误报: one person says that it never was a problem, and why. */
export function askWithdrawal(finding: Finding, { reason, by, at }: Taken & { readonly reason: string }): Finding {
  if (pendingWithdrawal(finding) !== undefined) throw new AppError('finding-withdrawal-pending', { number: finding.number });
  return stepped(finding, { event: 'withdrawal-asked', by, at, note: withReason(reason) });
}

/** Another person, who neither asked nor owns it, agrees or does not. */
export function decideWithdrawal(finding: Finding, { agreed, note, by, at }: Taken & { readonly agreed: boolean; readonly note?: string | undefined }): Finding {
  const asked = pendingWithdrawal(finding);
  if (asked === undefined) throw new AppError('finding-withdrawal-not-asked', { number: finding.number });
  if (isOneOf(by.person, [asked.by.person])) throw new AppError('finding-second-person', { number: finding.number, person: by.person });
  refuseOwnWork(finding, by.person);
  return stepped(finding, { event: agreed ? 'withdrawn' : 'withdrawal-refused', by, at, note: note ?? asked.note });
}

/** The request that nobody has decided yet. */
export function pendingWithdrawal({ events, state }: Finding): Finding['events'][number] | undefined {
  const last = events.findLast(({ event }) => event === 'withdrawal-asked' || event === 'withdrawal-refused' || event === 'withdrawn' || event === 'reopened');
  return last?.event === 'withdrawal-asked' && (state === 'open' || state === 'remediating') ? last : undefined;
}
