import type { Item } from '#domain/checklist.js';
import type { Say } from '#messages/say.js';
import type { Reply } from '#workflows/reply.js';
import { askFailure } from './ask-failure.js';
import { plainKeys } from './plain-keys.js';

/** Asks one manual item at the terminal: digits only, because the input method is usually on. */
export async function askAnswer(item: Item, say: Say): Promise<Pick<Reply, 'value' | 'deductions' | 'fact' | 'department' | 'dueOn' | 'on'>> {
  const { input } = await import('@inquirer/prompts');
  const guidance = [item.guidance?.how, item.guidance?.evidence].filter((each) => each !== undefined);
  const keys = [['1', 'pass'], ['2', 'fail'], ['4', 'notapplicable']] as const;
  const choices = keys.map(([key, value]) => `${key} ${say(`result.${value}`)}`).join('   ');
  process.stderr.write(`${[`${item.id}  ${item.objective}`, ...guidance.map((each) => `  ${each}`), `  ${choices}`].join('\n')}\n`);
  const asked = await input({ message: say('ask.conclusion'), required: true, validate: (text) => keys.some(([key]) => key === plainKeys(text)) });
  const value = keys.find(([key]) => key === plainKeys(asked))?.[1] ?? 'pass';
  if (value === 'pass') return { value, deductions: [] };
  if (value === 'fail') return { value, ...(await askFailure(item, say)) };
  return { value, fact: await input({ message: say('ask.reason'), required: true }), deductions: [] };
}
