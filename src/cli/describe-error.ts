import { type AppError, type Problem } from '#domain/app-error.js';
import type { ErrorCode } from '#domain/app-error.js';
import type { Say } from '#messages/say.js';
import { offboardSteps } from '#workflows/offboard-person.js';
import { onboardSteps } from '#workflows/onboard-person.js';

/** An error as people and programs read it. */
export interface DescribedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
  readonly exit: number;
  readonly problems: readonly { readonly code: ErrorCode; readonly message: string; readonly cure: string; readonly params: Problem['params'] }[];
}

export function describeError(error: AppError, say: Say): DescribedError {
  const params = spoken(error.params, say);
  return {
    code: error.code,
    message: say(`error.${error.code}`, params),
    cure: say(`error.${error.code}.cure`, params),
    exit: error.exit,
    problems: error.problems.map((problem) => describeProblem(problem, say)),
  };
}

/** One problem as people and programs read it. */
export function describeProblem(problem: Problem, say: Say): DescribedError['problems'][number] {
  const params = spoken(problem.params, say);
  return { code: problem.code, message: say(`error.${problem.code}`, params), cure: say(`error.${problem.code}.cure`, params), params: problem.params };
}

/** Lines for the screen: what happened, each place, what to do. */
export function errorLines(described: DescribedError, say: Say): string[] {
  const cures = [...new Set(described.problems.map((problem) => problem.cure))];
  return [
    `${say('label.error')} ${described.code}  ${described.message}`,
    ...described.problems.slice(0, 20).map((problem) => `  ${problem.message}`),
    ...(described.problems.length > 20 ? [`  … +${described.problems.length - 20}`] : []),
    ...cures.slice(0, 5).map((cure) => `  - ${cure}`),
    `${say('label.cure')}  ${described.cure}`,
  ];
}

// Codes inside a sentence are said in words too.
function spoken(params: Problem['params'], say: Say): Problem['params'] {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      const word = spokenKey(key, value);
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

const step = wordsOf([...onboardSteps, ...offboardSteps], (word) => `step.${word}`);

// Parameter of a sentence → the words for its values.
const worded: Readonly<Record<string, (value: string | number) => Key | undefined>> = {
  state: wordsOf(['open', 'remediating', 'awaiting-verification', 'closed', 'deviation-approved', 'withdrawn'], (word) => `finding-state.${word}`),
  action: wordsOf(['assigned', 'rectified', 'verified', 'rejected', 'extended', 'deviated', 'reopened', 'withdrawal-asked', 'withdrawal-refused', 'withdrawn'], (word) => `finding-action.${word}`),
  method: wordsOf(['automated', 'register', 'manual'], (word) => `method.${word}`),
  type: wordsOf(['number', 'text', 'boolean', 'date'], (word) => `type.${word}`),
  markedIn: wordsOf(['name', 'title', 'text'], (word) => `marked-in.${word}`),
  step,
  missing: step,
};

function spokenKey(key: string, value: string | number): Key | undefined {
  return Object.hasOwn(worded, key) ? worded[key]?.(value) : undefined;
}
