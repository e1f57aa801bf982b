import { RegisterTemplate, type Column } from '#domain/register.js';
import { questionnaireWords } from '#messages/questionnaire-words.js';
import { bookWords } from '#messages/spellings.js';

type Key = keyof typeof questionnaireWords.titles;

/** What the officer sees, from left to right; the running number stands before it. */
export const shownKeys = ['section', 'objective', 'how', 'points', 'value', 'fact', 'deductions', 'department', 'due_on', 'evidence', 'answered_by', 'answered_on'] as const;
/** Cells to fill in. */
export const openKeys: readonly string[] = ['value', 'fact', 'deductions', 'department', 'due_on', 'evidence', 'answered_by', 'answered_on'];
/** By which the sheet is known again; their columns are hidden. */
export const machineKeys = ['round_id', 'subject_key', 'sheet_digest', 'exported_at', 'item_id', 'item_digest', 'item_rules'] as const;
/** A row without these is none of ours. */
export const neededKeys = ['round_id', 'subject_key', 'sheet_digest', 'exported_at', 'item_id', 'item_digest'] as const;

/** The sheet as the form of a book, so that it is read with the same care. */
export const sheetTemplate: RegisterTemplate = RegisterTemplate.parse({
  id: 'questionnaire',
  version: 1,
  title: { zh: questionnaireWords.sheet, en: 'Questionnaire' },
  group: 'organisation',
  source: 'zicha',
  sensitivity: 'work',
  key: ['item_id'],
  label: 'item_id',
  signatures: [...bookWords.signers],
  columns: [...shownKeys, ...machineKeys].map(columnOf),
});

function columnOf(key: Key): object {
  const synonyms: Readonly<Partial<Record<Key, readonly string[]>>> = questionnaireWords.synonyms;
  const isNeeded = (neededKeys as readonly string[]).includes(key);
  return { key, title: { zh: questionnaireWords.titles[key], en: key }, type: typeOf(key), required: isNeeded, synonyms: [...(synonyms[key] ?? [])] };
}

function typeOf(key: Key): Column['type'] {
  if (key === 'due_on' || key === 'answered_on') return 'date';
  return key === 'answered_by' ? 'signature' : 'text';
}
