import { createHash } from 'node:crypto';

/** Identity of a problem: item × subject (× machine). Two nights with the same problem give one finding. */
export function fingerprint(itemId: string, subjectKey: string, deviceId: string | undefined): string {
  return createHash('sha256').update(JSON.stringify([itemId, subjectKey, deviceId ?? null])).digest('hex');
}
