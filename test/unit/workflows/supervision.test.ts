import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { addSupervision, closeSupervision, scoreSupervision } from '#workflows/add-supervision.js';
import type { Desk } from '#workflows/desk.js';
import { decideOnWithdrawal, deviate, rectify, verify } from '#workflows/finding-steps.js';
import { importOpinions } from '#workflows/import-opinions.js';
import { recordOpinion, respondToOpinion, searchSameKind } from '#workflows/record-opinion.js';
import { showSupervision } from '#workflows/show-supervisions.js';
import { listFindings } from '#workflows/list-findings.js';
import { quietDesk } from '../../fixtures/desks/quiet-desk.js';
import { officeDesk, refusal, today } from './office-desk.js';
import { onFile } from './round-desk.js';

const folder = mkdtempSync(join(tmpdir(), 'zicha-opinions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let desk: Desk;
beforeEach(async () => {
  desk = await officeDesk();
  await addSupervision(desk, { body: '市国家保密局', kind: 'secrecy', on: today }, '赵敏');
  await addSupervision(desk, { body: '市密码管理局', kind: 'cryptography', on: today }, '赵敏');
});

const secrecy = 'DC-2026-0001';
const cryptography = 'DC-2026-0002';
const opinion = { originalNumber: '一', nature: 'by-date', text: '载体台账与实物不符', deadline: '2026-12-31' } as const;
const suggestion = { originalNumber: '二', nature: 'suggestion', text: '增加培训场次' } as const;

async function cured(number: string): Promise<void> {
  await rectify(desk, number, { measure: '已核对' }, '张伟');
  await verify(desk, number, { result: 'pass' }, '李娜');
}

describe('an opinion of an inspecting body', () => {
  it('is followed as a problem with its day, and answered under its original number', async () => {
    const { findings } = await recordOpinion(desk, secrecy, opinion, '赵敏');
    expect(findings).toMatchObject([{ number: 'W-2026-0001', source: 'supervision', severity: 'high', kind: 'by-date', dueOn: '2026-12-31', state: 'open' }]);
    expect((await showSupervision(desk, secrecy)).opinions[0]?.state).toBe('unanswered');
    await respondToOpinion(desk, secrecy, '一', { response: 'adopted' }, '赵敏');
    expect((await showSupervision(desk, secrecy)).opinions[0]?.state).toBe('open');
    await cured('W-2026-0001');
    expect(await showSupervision(desk, secrecy)).toMatchObject({ done: 1, opinions: [{ state: 'done' }] });
  });

  it('is not put down twice under one number', async () => {
    await recordOpinion(desk, secrecy, opinion, '赵敏');
    expect(await refusal(recordOpinion(desk, secrecy, { ...opinion, text: '另一条' }, '赵敏'))).toEqual(['opinion-known']);
    expect(await listFindings(desk)).toHaveLength(1);
  });

  it('in words has words', async () => {
    expect(await refusal(recordOpinion(desk, secrecy, { ...opinion, text: '  ' }, '赵敏'))).toEqual(['opinion-text-missing']);
  });

  it('of cryptography work keeps number, day and state only: words are refused, in a sheet too, and nothing of them is on file', async () => {
    expect(await refusal(recordOpinion(desk, cryptography, opinion, '赵敏'))).toEqual(['opinion-numbers-only']);
    expect(await refusal(recordOpinion(desk, cryptography, { originalNumber: '1', nature: 'by-date', clause: '第三条' }, '赵敏'))).toEqual(['opinion-numbers-only']);
    const sheet = join(folder, '机要.csv');
    writeFileSync(sheet, '意见编号,意见性质,意见内容,整改期限\n1,限期整改,,2026-12-31\n2,限期整改,某型设备台账不清,2026-12-31\n');
    expect(await importOpinions(desk, cryptography, sheet, { dryRun: false })).toMatchObject({ written: false, problems: [{ params: { line: 3 } }] });
    await recordOpinion(desk, cryptography, { originalNumber: '1', nature: 'by-date', deadline: '2026-12-31' }, '赵敏');
    expect(await refusal(searchSameKind(desk, cryptography, '1', { scope: '全局', problems: ['某型设备'] }, '赵敏'))).toEqual(['opinion-numbers-only']);
    expect(JSON.stringify(await onFile(desk))).not.toMatch(/某型设备|载体台账/);
  });
});

describe('the answer to an opinion', () => {
  it('that is not taken up gives a reason, and only a suggestion may be left', async () => {
    await recordOpinion(desk, secrecy, opinion, '赵敏');
    await recordOpinion(desk, secrecy, suggestion, '赵敏');
    expect(await refusal(respondToOpinion(desk, secrecy, '一', { response: 'declined', reason: '没有必要' }, '赵敏'))).toEqual(['opinion-binding']);
    for (const response of ['partly', 'declined'] as const) expect(await refusal(respondToOpinion(desk, secrecy, '二', { response, reason: ' ' }, '赵敏'))).toEqual(['opinion-reason-missing']);
  });

  it('a suggestion is not dropped by one person: another agrees, or it stays a problem', async () => {
    await recordOpinion(desk, secrecy, suggestion, '赵敏');
    const { findings } = await respondToOpinion(desk, secrecy, '二', { response: 'declined', reason: '场次已够' }, '赵敏');
    expect(findings).toMatchObject([{ state: 'open' }]);
    expect((await showSupervision(desk, secrecy)).opinions[0]?.state).toBe('open');
    expect(await refusal(decideOnWithdrawal(desk, 'W-2026-0001', { agreed: true }, '赵敏'))).toEqual(['finding-second-person']);
    await decideOnWithdrawal(desk, 'W-2026-0001', { agreed: true }, '周建国');
    expect((await showSupervision(desk, secrecy)).opinions[0]?.state).toBe('done');
  });

  it.each([
    ['stays excepted while the exception holds', today, [], 'deviation-approved'],
    ['is asked to be withdrawn once the exception has run out', '2027-02-01', ['W-2026-0001'], 'open'],
  ] as const)('a suggestion with an approved exception that is declined %s', async (_what, day, asked, state) => {
    await recordOpinion(desk, secrecy, suggestion, '赵敏');
    await deviate(desk, 'W-2026-0001', { reason: '年内经费已用完', approvedBy: '王局长', document: '东示保〔2026〕3号', until: '2027-01-31' }, '赵敏');
    const then = quietDesk(`${day}T02:00:00.000Z`, desk.folder, 500);
    const { supervision, findings } = await respondToOpinion(then, secrecy, '二', { response: 'declined', reason: '场次已够' }, '赵敏');
    expect(supervision.opinions[0]).toMatchObject({ response: 'declined', responseReason: '场次已够' });
    expect(findings.map(({ number }) => number)).toEqual(asked);
    expect(await listFindings(then)).toMatchObject([{ finding: { number: 'W-2026-0001', state } }]);
  });
});

describe('looking for the same fault elsewhere', () => {
  it('opens a problem for each place, and the opinion waits for all of them', async () => {
    await recordOpinion(desk, secrecy, opinion, '赵敏');
    await respondToOpinion(desk, secrecy, '一', { response: 'adopted' }, '赵敏');
    await searchSameKind(desk, secrecy, '一', { scope: '全局', problems: ['业务科少一份'], department: '业务科' }, '赵敏');
    const { supervision } = await searchSameKind(desk, secrecy, '一', { scope: '档案室', problems: [] }, '赵敏');
    expect(supervision.opinions[0]?.sameKind).toMatchObject({ scope: '档案室', found: 1 });
    await cured('W-2026-0001');
    expect((await showSupervision(desk, secrecy)).opinions[0]?.state).toBe('open');
    await cured('W-2026-0002');
    expect((await showSupervision(desk, secrecy)).opinions[0]?.state).toBe('done');
  });
});

describe('the end of an outside inspection', () => {
  it('is refused while an opinion is unanswered or a problem is open, and says which', async () => {
    await recordOpinion(desk, secrecy, opinion, '赵敏');
    expect(await refusal(closeSupervision(desk, secrecy, undefined, '周建国'))).toEqual(['supervision-unanswered']);
    await respondToOpinion(desk, secrecy, '一', { response: 'adopted' }, '赵敏');
    expect(await refusal(closeSupervision(desk, secrecy, undefined, '周建国'))).toEqual(['supervision-unfinished']);
    await cured('W-2026-0001');
    expect(await closeSupervision(desk, secrecy, '全部办结', '周建国')).toMatchObject({ state: 'closed', closed: { by: { person: '周建国' }, note: '全部办结' } });
  });

  it('leaves nothing to be changed, but for the score, which comes late', async () => {
    await closeSupervision(desk, secrecy, undefined, '周建国');
    expect(await refusal(recordOpinion(desk, secrecy, opinion, '赵敏'))).toEqual(['supervision-closed']);
    expect(await refusal(respondToOpinion(desk, secrecy, '一', { response: 'adopted' }, '赵敏'))).toEqual(['supervision-closed']);
    expect(await refusal(closeSupervision(desk, secrecy, undefined, '周建国'))).toEqual(['supervision-closed']);
    expect(await refusal(scoreSupervision(desk, secrecy, { points: 101, outOf: 100 }, '赵敏'))).toEqual(['supervision-score-range']);
    expect(await scoreSupervision(desk, secrecy, { points: 92.5, outOf: 100 }, '赵敏')).toMatchObject({ state: 'closed', score: { points: 92.5 } });
  });
});
