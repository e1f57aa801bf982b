import type { Language, Say } from '#messages/say.js';
import type { BlankForm } from '#workflows/blank-form.js';

/** Asks which column each unknown header means; the answers are remembered with the import. */
export async function askHeaders(headers: readonly string[], columns: BlankForm['columns'], language: Language, say: Say): Promise<Record<string, string>> {
  const { select } = await import('@inquirer/prompts');
  const choices = [
    { value: '', name: say('ask.header-none') },
    ...columns.map(({ key, title }) => ({ value: key, name: language === 'en' ? `${title.en} (${key})` : title.zh })),
  ];
  const answers: Record<string, string> = {};
  for (const header of headers) answers[header] = await select({ message: say('ask.header', { header }), choices, pageSize: 12 });
  return answers;
}
