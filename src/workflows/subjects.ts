import type { Checklist } from '#domain/checklist.js';
import type { StoreIdentity } from '#domain/identity.js';
import type { Subject } from '#domain/subject.js';

/** A root file system that lies in a folder: never the machine on which it is judged. */
export function subjectOfRoot(root: string): Subject {
  return { kind: 'terminal', key: `root:${root}`, label: root };
}

/** Whom a checklist is about on this desk: the unit, or this machine. */
export function subjectOf(checklist: Pick<Checklist, 'level'>, identity: StoreIdentity): Subject {
  if (checklist.level === 'terminal') return { kind: 'terminal', key: identity.deviceId, label: identity.deviceId.slice(0, 8) };
  return { kind: checklist.level === 'department' ? 'department' : 'unit', key: 'unit', label: identity.unit };
}
