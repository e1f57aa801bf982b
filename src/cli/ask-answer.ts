import type { Deduction, Item } from '#domain/checklist.js';
import type { Say } from '#messages/say.js';
import type { Reply } from '#workflows/answer-item.js';

/** Asks one manual item at the terminal: digits only, because the input method is usually on. */
export async function askAnswer(item: Item, say: Say): Promise<Pick<Reply, 'value' | 'deductions' | 'fact'>> {
  const { select, input } = await import('@inquirer/prompts');
  const guidance = [item.guidance?.how, item.guidance?.evidence].filter((each) => each !== undefined);
  process.stderr.write(`${[`${item.id}  ${item.objective}`, ...guidance.map((each) => `  ${each}`)].join('\n')}\n`);
  const values = ['pass', 'fail', 'notapplicable'] as const;
  const value = await select({ message: say('ask.conclusion'), choices: values.map((each, index) => ({ value: each, name: `${String(index + 1)} ${say(`result.${each}`)}` })) });
  if (value === 'pass') return { value, deductions: [] };
  const fact = await input({ message: say(value === 'fail' ? 'ask.fact' : 'ask.reason'), required: true });
  return { value, fact, deductions: value === 'fail' ? await askDeductions(item.deductions ?? [], say) : [] };
}

async function askDeductions(deductions: readonly Deduction[], say: Say): Promise<Reply['deductions']> {
  if (deductions.length === 0) return [];
  const { checkbox, number } = await import('@inquirer/prompts');
  const chosen = await checkbox({ message: say('ask.deductions'), required: true, choices: deductions.map((each) => ({ value: each, name: `${each.id} ${each.when}` })) });
  const replies: Reply['deductions'][number][] = [];
  for (const deduction of chosen) {
    if (typeof deduction.points === 'number') replies.push({ id: deduction.id });
    else {
      const [min, max] = deduction.points;
      replies.push({ id: deduction.id, points: await number({ message: say('ask.points', { id: deduction.id, min, max }), min, max, step: 0.01, required: true }) });
    }
  }
  return replies;
}
