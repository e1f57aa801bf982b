import type { Assessment } from '#domain/assessment.js';
import { printableItem } from '#domain/printable-item.js';
import type { AttachedAssessment } from '#reports/pdf/attachment.js';

/** What a paper carries of an assessment: enough to compute its score again, no names and no observed values. */
export function attachedAssessment(assessment: Assessment): AttachedAssessment {
  const { id, number, at, checklist, checklistDigest, parameters, results, score } = assessment;
  return {
    id,
    number,
    at,
    checklistId: checklist.id,
    checklistDigest,
    fixedEarns: parameters['fixedEarns'] === true,
    model: {
      scoring: checklist.scoring,
      grades: checklist.grades,
      sections: checklist.sections.map((section) => ({
        id: section.id,
        title: section.title,
        items: section.items.map(printableItem).map(({ id: itemId, kind, points, deduct, deductions }) => ({
          id: itemId,
          kind,
          ...(points === undefined ? {} : { points }),
          ...(deduct === undefined ? {} : { deduct }),
          ...(deductions === undefined ? {} : { deductions }),
        })),
      })),
    },
    results: results.map(({ itemId, sectionId, result, subjects, deductions }) => ({ itemId, sectionId, result, subjects, deductions })),
    score,
  };
}
