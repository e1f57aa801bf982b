import { networkClasses } from '#domain/identity.js';
import type { Say } from '#messages/say.js';
import { InitAnswers } from '#workflows/init-unit.js';

const traits = ['hasPersonnel', 'hasPlaces', 'hasClassifiedComputers', 'hasCryptography', 'hasProcurement'] as const;
const modes = ['non-classified', 'classified'] as const;
const scopes = ['unit', 'department', 'machine'] as const;

/** The questions of `init`: six at most; what a flag answered is not asked. Nothing is written before the last one. */
export async function askInit(given: Partial<InitAnswers>, say: Say): Promise<InitAnswers> {
  const { checkbox, input, select } = await import('@inquirer/prompts');
  const unit = given.unit ?? (await input({ message: say('ask.unit'), required: true, validate: (text) => text.trim().length >= 2 }));
  const mode = given.mode ?? (await select({ message: say('ask.mode'), choices: modes.map((value) => ({ value, name: say(`ask.mode.${value}`) })) }));
  const network = given.network ?? (await select({ message: say('ask.network'), default: 'internal', choices: networkClasses.map((value) => ({ value, name: say(`network.${value}`) })) }));
  const scope = given.scope ?? (await select({ message: say('ask.scope'), choices: scopes.map((value) => ({ value, name: say(`scope.${value}`) })) }));
  const had = await checkbox({ message: say('ask.has'), choices: traits.map((value) => ({ value, name: say(`trait.${value}`), checked: true })) });
  const officer = given.officer ?? (await input({ message: say('ask.officer') }));
  const has = Object.fromEntries(traits.map((trait) => [trait, had.includes(trait)]));
  return InitAnswers.parse({ unit, mode, network, scope, has, ...(officer.trim() === '' ? {} : { officer }) });
}
