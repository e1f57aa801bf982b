/** What a disk that fills up does to the night watch; `agent status` says it aloud. */
export type DiskPolicy = 'ample' | 'low' | 'full';

const mega = 1024 * 1024;
export const lowBelow = 200 * mega;
export const fullBelow = 20 * mega;

/** Low: checks are kept, papers are not printed. Full: nothing is begun, due times wait. */
export function diskPolicy(freeBytes: number): DiskPolicy {
  if (freeBytes < fullBelow) return 'full';
  return freeBytes < lowBelow ? 'low' : 'ample';
}
