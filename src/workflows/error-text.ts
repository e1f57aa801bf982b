import type { ErrorParams, Problem } from '#domain/app-error.js';
import { networkClasses } from '#domain/identity.js';
import { findingStates } from '#domain/finding.js';
import { textFields } from '#domain/text-fields.js';
import type { Say } from '#messages/say.js';
import { offboardSteps } from './offboard-person.js';
import { onboardSteps } from './onboard-person.js';

/** What is wrong, in a sentence. */
export function errorText({ code, params }: Problem, say: Say): string {
  return say(`error.${code}`, spoken(params, say));
}

/** What helps. */
export function errorCure({ code, params }: Problem, say: Say): string {
  return say(`error.${code}.cure`, spoken(params, say));
}

// Codes inside a sentence are said in words too.
function spoken(params: ErrorParams, say: Say): ErrorParams {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      const word = Object.hasOwn(worded, key) ? worded[key]?.(value) : undefined;
      return [key, word === undefined ? value : say(word)];
    }),
  );
}

type Key = Parameters<Say>[0];

function wordsOf<T extends string>(words: readonly T[], keyOf: (word: T) => Key): (value: string | number) => Key | undefined {
  return (value) => {
    const found = words.find((word) => word === value);
    return found === undefined ? undefined : keyOf(found);
  };
}

const network = wordsOf(networkClasses, (word) => `network.${word}`);
const step = wordsOf([...onboardSteps, ...offboardSteps], (word) => `step.${word}`);

// Parameter of a sentence → the words for its values.
const worded: Readonly<Record<string, (value: string | number) => Key | undefined>> = {
  state: wordsOf(findingStates, (word) => `finding-state.${word}`),
  action: wordsOf(['assigned', 'rectified', 'verified', 'rejected', 'extended', 'deviated', 'reopened', 'withdrawal-asked', 'withdrawal-refused', 'withdrawn'], (word) => `finding-action.${word}`),
  method: wordsOf(['automated', 'register', 'manual'], (word) => `method.${word}`),
  type: wordsOf(['number', 'text', 'boolean', 'date'], (word) => `type.${word}`),
  markedIn: wordsOf(['name', 'title', 'text'], (word) => `marked-in.${word}`),
  field: wordsOf(textFields, (word) => `text-field.${word}`),
  network,
  wanted: network,
  step,
  missing: step,
};
