import { stringify } from 'yaml';
import type { Checklist } from '#domain/checklist.js';

/** A checklist as the text of its YAML file; what opens it again finds the same. */
export function checklistText(checklist: Checklist, comment: string): string {
  return `# ${comment}\n${stringify(checklist, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}
