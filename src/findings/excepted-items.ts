import type { Assessment } from '#domain/assessment.js';
import type { Finding } from '#domain/finding.js';
import { fingerprint } from './fingerprint.js';
import { deviceOf, failures } from './reconcile-findings.js';

/** Items of an assessment that fail for nobody but those with an approved deviation: still failed, still printed, but not what a scheduler is to stop for. */
export function exceptedItems(assessment: Assessment, findings: readonly Finding[]): readonly string[] {
  const approved = new Set(findings.filter(({ state }) => state === 'deviation-approved').map((finding) => finding.fingerprint));
  return assessment.results
    .filter((result) => {
      const failed = failures(result, assessment);
      return failed.length > 0 && failed.every((subject) => approved.has(fingerprint(result.itemId, subject.key, deviceOf(assessment))));
    })
    .map(({ itemId }) => itemId);
}
