import { type AppError, type Problem } from '#domain/app-error.js';
import type { ErrorCode } from '#domain/app-error.js';
import type { Say } from '#messages/say.js';

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
    problems: error.problems.map((problem) => ({
      code: problem.code,
      message: say(`error.${problem.code}`, spoken(problem.params, say)),
      cure: say(`error.${problem.code}.cure`, spoken(problem.params, say)),
      params: problem.params,
    })),
  };
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

const states = ['open', 'remediating', 'awaiting-verification', 'closed', 'deviation-approved', 'withdrawn'] as const;
const actions = ['rectified', 'verified', 'rejected'] as const;
const methods = ['automated', 'register', 'manual'] as const;
const types = ['number', 'text', 'boolean', 'date'] as const;

function spokenKey(key: string, value: string | number): Parameters<Say>[0] | undefined {
  const find = <T extends string>(words: readonly T[]): T | undefined => words.find((word) => word === value);
  const state = key === 'state' ? find(states) : undefined;
  if (state !== undefined) return `finding-state.${state}`;
  const action = key === 'action' ? find(actions) : undefined;
  if (action !== undefined) return `finding-action.${action}`;
  const method = key === 'method' ? find(methods) : undefined;
  if (method !== undefined) return `method.${method}`;
  const type = key === 'type' ? find(types) : undefined;
  return type === undefined ? undefined : `type.${type}`;
}
