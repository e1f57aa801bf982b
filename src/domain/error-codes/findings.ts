import type { ExitName } from '../exit-code.js';

/** Code → the exit it leads to. Its words are in messages. */
export const findingsErrors = {
} as const satisfies Record<string, ExitName>;
