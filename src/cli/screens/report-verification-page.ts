import type { Say } from '#messages/say.js';
import type { ReportVerification } from '#workflows/verify-report.js';
import { tableLines } from '../table.js';

/** What was held against what, and the conclusion in words. */
export function reportVerificationPage(verification: ReportVerification, say: Say, width: number): string[] {
  const { file, bytes, number, title, unit, layers, conclusion } = verification;
  const columns = [{ title: say('column.checked') }, { title: say('column.state') }, { title: say('column.note'), wide: true }];
  const rows = layers.map((each) => [say(`layer.${each.layer}`), say(`layer-state.${each.state}`), each.note]);
  const head = [say('verify.file', { file, bytes }), ...(number === '' ? [] : [say('verify.paper', { number, title, unit })])];
  return [...head, '', ...tableLines(columns, rows, width), '', say(`verify.${conclusion}`)];
}
