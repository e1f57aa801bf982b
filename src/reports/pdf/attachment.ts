import { createHash } from 'node:crypto';
import { z } from 'zod';
import { Assessment } from '#domain/assessment.js';
import { ItemResult } from '#domain/item-result.js';
import { Item } from '#domain/checklist.js';
import { ReportDocument } from '#domain/report-document.js';
import { fontRoles } from './find-fonts.js';

const ModelItem = Item.pick({ id: true, kind: true, points: true, deduct: true, deductions: true });

/** One assessment as a paper carries it: enough to compute the score again, no names and no observed values. */
export const AttachedAssessment = z.strictObject({
  id: z.string(),
  number: z.string(),
  at: z.string(),
  checklistId: z.string(),
  checklistDigest: z.string(),
  fixedEarns: z.boolean(),
  model: z.strictObject({ scoring: z.enum(['none', 'points']), grades: z.boolean(), sections: z.array(z.strictObject({ id: z.string(), title: z.string(), items: z.array(ModelItem) })) }),
  results: z.array(ItemResult.pick({ itemId: true, sectionId: true, result: true, subjects: true, deductions: true })),
  score: Assessment.shape.score,
});

/** `report.json`: what the pages were drawn from. */
export const ReportAttachment = z.strictObject({
  format: z.literal(1),
  toolVersion: z.string(),
  fonts: z.array(z.strictObject({ role: z.enum(fontRoles), name: z.string(), digest: z.string() })),
  document: ReportDocument,
  assessments: z.array(AttachedAssessment),
});
export type AttachedAssessment = z.infer<typeof AttachedAssessment>;
export type ReportAttachment = z.infer<typeof ReportAttachment>;

/** The bytes that are attached, always the same for the same content. */
export function attachmentBytes(attachment: ReportAttachment): Buffer {
  return Buffer.from(`${sortedJson(attachment)}\n`);
}

const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** First 60 bits of the digest as `7F3K-92QD-M4XP`; I, O, 0 and 1 are left out. */
export function checkCode(digest: string): string {
  const bits = BigInt(`0x${digest.slice(0, 15)}`);
  const letters = Array.from({ length: 12 }, (_, index) => alphabet[Number((bits >> BigInt(55 - 5 * index)) & 31n)] ?? '');
  return [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((group) => group.join('')).join('-');
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function sortedJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, each]) => each !== undefined).sort(([left], [right]) => (left < right ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${sortedJson(each)}`).join(',')}}`;
}
