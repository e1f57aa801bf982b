import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import type { PaperSource } from '../paper-source.js';

/** 评分人, 审核人, 单位负责人: with the names of the sign-off where there is one; ink is theirs. */
export function sheetSignatures({ office, assessments }: PaperSource, say: Say): readonly Block[] {
  const signOff = office?.rounds.find(({ id }) => assessments.some(({ round }) => round === id))?.signOff;
  const signers = [
    `${say('sheet.signer.scorer')}${bookWords.colon}${signOff?.filledBy ?? ''}`,
    `${say('sheet.signer.reviewer')}${bookWords.colon}${signOff?.reviewedBy ?? ''}`,
    `${say('sheet.signer.head')}${bookWords.colon}${signOff?.head ?? ''}`,
  ];
  return [{ kind: 'form-signatures', signers, date: say('form.date-room') }];
}
