import { type AppError, type Problem } from '#domain/app-error.js';
import type { ErrorCode } from '#domain/app-error.js';
import type { Say } from '#messages/say.js';
import { errorCure, errorText } from '#workflows/error-text.js';

/** An error as people and programs read it. */
export interface DescribedError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly cure: string;
  readonly exit: number;
  readonly problems: readonly { readonly code: ErrorCode; readonly message: string; readonly cure: string; readonly params: Problem['params'] }[];
}

export function describeError(error: AppError, say: Say): DescribedError {
  return {
    code: error.code,
    message: errorText(error, say),
    cure: errorCure(error, say),
    exit: error.exit,
    problems: error.problems.map((problem) => describeProblem(problem, say)),
  };
}

/** One problem as people and programs read it. */
export function describeProblem(problem: Problem, say: Say): DescribedError['problems'][number] {
  return { code: problem.code, message: errorText(problem, say), cure: errorCure(problem, say), params: problem.params };
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
