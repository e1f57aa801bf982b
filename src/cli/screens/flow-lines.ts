import type { Say } from '#messages/say.js';
import type { FlowOutcome } from '#workflows/carrier-moves.js';
import type { Offboarding } from '#workflows/offboard-person.js';
import type { Onboarding, StepLine } from '#workflows/onboard-person.js';
import { wrap } from '../wrap.js';

type Flow = 'carrier.received' | 'carrier.lent' | 'carrier.returned' | 'carrier.copied' | 'carrier.carried-out' | 'carrier.cleared' | 'carrier.destroyed' | 'waste.collected' | 'waste.checked';

/** What a flow wrote. */
export function flowLines({ flow, number, carriers }: FlowOutcome, say: Say, width: number): string[] {
  const listed = carriers.join(' ');
  const isWaste = flow.startsWith('waste.');
  return [
    ...wrap(say(`flow.${flow as Flow}`, { number, carriers: listed }), width),
    ...(isWaste && carriers.length > 0 ? wrap(say('flow.to-destruction', { carriers: listed }), width) : []),
  ];
}

/** The eight steps and how far the person is. */
export function onboardLines({ person, steps, finished }: Onboarding, say: Say): string[] {
  return [say('flow.onboard-title', { person, ...counts(steps) }), ...stepLines(steps, say), ...(finished ? [say('flow.onboarded')] : [])];
}

/** The steps of leaving, and what still names the person. */
export function offboardLines({ person, number, steps, held, finished }: Offboarding, say: Say, width: number): string[] {
  const names = [...new Set(held.map((each) => each.title))].map((title) => `${title}: ${held.filter((each) => each.title === title).map((each) => each.row).join(', ')}`);
  return [
    say('flow.offboard-title', { person, number, ...counts(steps) }),
    ...stepLines(steps, say),
    ...(names.length === 0 ? [] : [say('flow.still-held'), ...names.flatMap((line) => wrap(`  ${line}`, width))]),
    ...(finished ? [say('flow.offboarded')] : []),
  ];
}

function stepLines(steps: readonly StepLine<Onboarding['steps'][number]['step'] | Offboarding['steps'][number]['step']>[], say: Say): string[] {
  return steps.map(({ step, done, value }, index) => `  ${say(done ? 'flow.done' : 'flow.open')} ${String(index + 1)} ${say(`step.${step}`)}  ${value === 'true' ? say('label.yes') : value}`.trimEnd());
}

function counts(steps: readonly StepLine[]): { done: number; all: number } {
  return { done: steps.filter((line) => line.done).length, all: steps.length };
}
