import type { Assessment } from '#domain/assessment.js';
import type { Say } from '#messages/say.js';
import { openReasons } from './counts.js';

/** What makes assessments of machines say less than it seems: a container, a system that is not known, a run without rights. Told before any figure. */
export function cautions(assessments: readonly Assessment[], say: Say): readonly string[] {
  const machines = assessments.filter(({ level }) => level === 'terminal');
  const denied = openReasons(machines).find(([reason]) => reason === 'no-permission')?.[1] ?? 0;
  return [
    ...(machines.some(isInContainer) ? [say('paper.enclosure')] : []),
    ...(machines.some(isUnknownSystem) ? [say('paper.unknown-system')] : []),
    ...(denied > 0 ? [say('paper.without-rights', { count: denied })] : []),
  ];
}

function isInContainer({ facts: { enclosure } }: Assessment): boolean {
  return enclosure?.status === 'observed' && enclosure.value['container'] === true;
}

// Another root is told as such already.
function isUnknownSystem({ root, facts: { operatingSystem: system } }: Assessment): boolean {
  if (root !== undefined || system === undefined) return false;
  return system.status === 'observed' ? system.value['family'] === 'other' : system.reason !== 'classified-machine';
}
