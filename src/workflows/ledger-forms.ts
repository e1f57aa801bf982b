import { join } from 'node:path';
import { z } from 'zod';
import { checkShape } from '#catalog/check-shape.js';
import { readYaml } from '#catalog/read-yaml.js';
import type { Program } from './desk.js';

/** The file `templates/ledger.yaml`. */
export const LedgerOrder = z.strictObject({ first: z.array(z.string().regex(/^[A-K]\d{2}$/)) });

/** Form ids that come first in the ledger book, in order; the unit may change the file. */
export function ledgerForms({ root }: Program): readonly string[] {
  return checkShape(readYaml(join(root, 'templates', 'ledger.yaml')), LedgerOrder).first;
}
