import type { Say } from '#messages/say.js';

/** Picks carriers from the ledger; all that wait are ticked. */
export async function askToDestroy(waiting: readonly string[], say: Say): Promise<readonly string[]> {
  if (waiting.length === 0) return [];
  const { checkbox } = await import('@inquirer/prompts');
  return checkbox({ message: say('ask.to-destroy'), required: true, pageSize: 15, choices: waiting.map((value) => ({ value, name: value, checked: true })) });
}
