import { describe, expect, it } from 'vitest';
import { carryOut, clearCarriers, copyCarrier, lendCarrier, receiveCarrier, returnCarrier } from '#workflows/carrier-moves.js';
import type { Desk } from '#workflows/desk.js';
import { destroyCarriers, listToDestroy } from '#workflows/destroy-carriers.js';
import { addRow, editRow } from '#workflows/edit-rows.js';
import { listRows } from '#workflows/list-registers.js';
import { offboard } from '#workflows/offboard-person.js';
import { onboard } from '#workflows/onboard-person.js';
import { collectWaste, spotCheckWaste } from '#workflows/waste-paper.js';
import { allowed, officeDesk, refusal } from './office-desk.js';

const books = ['carriers', 'incoming', 'loans', 'copies', 'carry-outs', 'carry-out-items', 'returns', 'destructions', 'destruction-items'] as const;
const carrierDesk = async (): Promise<Desk> => allowed(await officeDesk(), ...books);
const receive = (desk: Desk, no: string, keeper = 'S02'): Promise<unknown> => receiveCarrier(desk, { no, keeper, set: {}, ledger: {} });
const cells = async (desk: Desk, register: string, key: string): Promise<Readonly<Record<string, string>> | undefined> => (await listRows(desk, register, { unmasked: false, key })).rows[0]?.cells;
const stateOf = async (desk: Desk, no: string): Promise<string | undefined> => (await cells(desk, 'carriers', no))?.['state'];

describe('a carrier', () => {
  it('that comes in stands in both books, in one step', async () => {
    const desk = await carrierDesk();
    expect(await receive(desk, 'C-1')).toMatchObject({ number: 'C-1', rows: { incoming: 1, carriers: 1 } });
    expect(await cells(desk, 'carriers', 'C-1')).toMatchObject({ keeper: 'S02', dept: 'D1', state: '在用', qty: '1' });
    expect(await refusal(receive(desk, 'C-1'))).toEqual(['row-key-taken']);
  });

  it('is lent, cannot be lent twice, and comes back', async () => {
    const desk = await carrierDesk();
    await receive(desk, 'C-1');
    const lend = (): Promise<unknown> => lendCarrier(desk, { no: 'C-1', borrower: '张伟', due: '2026-12-01', set: {} });
    expect(await lend()).toMatchObject({ number: 'JY-2026-0001' });
    expect([await stateOf(desk, 'C-1'), (await cells(desk, 'loans', 'JY-2026-0001'))?.['borrower']]).toEqual(['借出', 'S03']);
    expect(await refusal(lend())).toEqual(['row-wrong-state']);
    expect(await returnCarrier(desk, { no: 'C-1', intact: true, receiver: 'S02', set: {} })).toMatchObject({ number: 'JY-2026-0001' });
    expect([await stateOf(desk, 'C-1'), (await cells(desk, 'loans', 'JY-2026-0001'))?.['back_at']]).toEqual(['在用', '2026-11-24']);
    expect(await refusal(returnCarrier(desk, { no: 'C-1', intact: true, set: {} }))).toEqual(['carrier-not-out']);
  });

  it('lent until before it is lent is refused', async () => {
    const desk = await carrierDesk();
    await receive(desk, 'C-1');
    expect(await refusal(lendCarrier(desk, { no: 'C-1', borrower: 'S03', due: '2026-11-01', set: {} }))).toEqual(['days-out-of-order']);
  });

  it('is copied: each copy is a carrier of its own', async () => {
    const desk = await carrierDesk();
    await receive(desk, 'C-1');
    expect(await copyCarrier(desk, { no: 'C-1', applicant: 'S03', operator: 'S04', receiver: 'S03', copies: ['C-1-1', 'C-1-2'], set: {} })).toMatchObject({ number: 'FZ-2026-0001', rows: { copies: 1, carriers: 2 } });
    expect(await cells(desk, 'carriers', 'C-1-2')).toMatchObject({ keeper: 'S03', dept: 'D2', state: '在用' });
  });

  it('is carried out with others and comes back with them', async () => {
    const desk = await carrierDesk();
    for (const no of ['C-1', 'C-2']) await receive(desk, no);
    await carryOut(desk, { nos: ['C-1', 'C-2'], person: 'S03', from: '2026-11-24', to: '2026-11-26', set: {} });
    expect([await stateOf(desk, 'C-1'), await stateOf(desk, 'C-2')]).toEqual(['借出', '借出']);
    expect(await returnCarrier(desk, { no: 'C-2', intact: true, set: {} })).toMatchObject({ number: 'WC-2026-0001', carriers: ['C-1', 'C-2'] });
    expect([await stateOf(desk, 'C-1'), await stateOf(desk, 'C-2')]).toEqual(['在用', '在用']);
  });

  it('is given back to its issuer, and is out of hand then', async () => {
    const desk = await carrierDesk();
    await receive(desk, 'C-1');
    await clearCarriers(desk, { nos: ['C-1'], returner: 'S02', set: {} });
    expect(await stateOf(desk, 'C-1')).toBe('已清退');
    expect(await refusal(lendCarrier(desk, { no: 'C-1', borrower: 'S03', due: '2026-12-01', set: {} }))).toEqual(['row-wrong-state']);
  });
});

describe('destruction', () => {
  const destroy = (desk: Desk, nos: readonly string[], witnesses: readonly string[]): Promise<unknown> => destroyCarriers(desk, { nos, madeBy: 'S02', method: '送销毁工作机构', witnesses, set: {} });

  it.each([
    ['one witness', ['S01'], 'witnesses-two'],
    ['one witness under number and name', ['S01', '周建国'], 'witnesses-two'],
    ['a witness whom nobody knows', ['S01', 'S99'], 'person-unknown'],
  ])('with %s is refused and nothing is written', async (_what, witnesses, code) => {
    const desk = await carrierDesk();
    await receive(desk, 'C-1');
    expect(await refusal(destroy(desk, ['C-1'], witnesses))).toEqual([code]);
    expect([await stateOf(desk, 'C-1'), (await listRows(desk, 'destructions')).rows]).toEqual(['在用', []]);
  });

  it('picks from the ledger and writes 已销毁 back', async () => {
    const desk = await carrierDesk();
    for (const no of ['C-1', 'C-2', 'C-3']) await receive(desk, no);
    for (const no of ['C-1', 'C-3']) await editRow(desk, 'carriers', no, { state: '待销毁' }, {});
    expect(await listToDestroy(desk)).toEqual(['C-1', 'C-3']);
    expect(await destroy(desk, [], ['S01', 'S04'])).toMatchObject({ number: 'XH-2026-0001', carriers: ['C-1', 'C-3'], rows: { destructions: 1, 'destruction-items': 2, carriers: 2 } });
    expect([await stateOf(desk, 'C-1'), await stateOf(desk, 'C-2'), await stateOf(desk, 'C-3')]).toEqual(['已销毁', '在用', '已销毁']);
    expect(await cells(desk, 'destructions', 'XH-2026-0001')).toMatchObject({ escort1: 'S01', escort2: 'S04', sum_all: '2' });
    expect(await refusal(destroy(desk, [], ['S01', 'S04']))).toEqual(['nothing-to-destroy']);
  });

  it('of one that is lent out is refused, and the others stay too', async () => {
    const desk = await carrierDesk();
    for (const no of ['C-1', 'C-2']) await receive(desk, no);
    await lendCarrier(desk, { no: 'C-2', borrower: 'S03', due: '2026-12-01', set: {} });
    expect(await refusal(destroy(desk, ['C-1', 'C-2'], ['S01', 'S04']))).toEqual(['row-wrong-state']);
    expect(await stateOf(desk, 'C-1')).toBe('在用');
  });
});

describe('waste paper', () => {
  const paper = { dept: 'D1', point: '回收箱1', kind: '过程稿', qty: '12', unit: '页', checked: true, handler: 'S03', receiver: 'S02', found: [], set: {} };

  it('is entered under a number of its own', async () => {
    const desk = await officeDesk();
    expect(await collectWaste(desk, paper)).toMatchObject({ number: 'HS-2026-0001', carriers: [] });
    expect(await cells(desk, 'waste-paper', 'HS-2026-0001')).toMatchObject({ qty: '12', checked: '是' });
  });

  it('a classified sheet in it waits for destruction in the ledger', async () => {
    const desk = await carrierDesk();
    await collectWaste(desk, { ...paper, found: ['C-9'] });
    expect(await listToDestroy(desk)).toEqual(['C-9']);
    expect((await cells(desk, 'waste-paper', 'HS-2026-0001'))?.['dispose']).toBe('转入涉密载体销毁');
    expect(await refusal(collectWaste(desk, { ...paper, found: ['C-10'], dispose: '普通回收' }))).toEqual(['waste-is-classified']);
  });

  it('a spot check needs a number for each classified sheet it found', async () => {
    const desk = await carrierDesk();
    const check = { checkers: ['S02', 'S04'], foundSecret: 1, foundWork: 0, action: '当场收回', points: ['三楼打印室'], set: {} };
    expect(await refusal(spotCheckWaste(desk, { ...check, found: [] }))).toEqual(['waste-found-count']);
    expect(await spotCheckWaste(desk, { ...check, found: ['C-8'] })).toMatchObject({ number: 'CC-2026-0001', carriers: ['C-8'], rows: { 'waste-checks': 1, 'waste-check-places': 1, carriers: 1 } });
  });

  it('where the ledger is not kept here, the count alone is entered', async () => {
    const desk = await officeDesk();
    expect(await spotCheckWaste(desk, { checkers: ['S02'], foundSecret: 1, foundWork: 0, action: '当场收回', points: [], found: [], set: {} })).toMatchObject({ carriers: [] });
  });
});

describe('coming into a classified post', () => {
  const steps = { post: '文件管理', level: '一般' } as const;

  it('takes eight steps in order; none can be skipped', async () => {
    const desk = await officeDesk();
    expect(await refusal(onboard(desk, { person: 'S04', vettingAt: '2026-11-02', vettingResult: '合格' }))).toEqual(['step-too-early']);
    await onboard(desk, { person: 'S04', ...steps });
    expect(await refusal(onboard(desk, { person: 'S04', trainedAt: '2026-11-05' }))).toEqual(['step-too-early']);
    await onboard(desk, { person: '李娜', vettingAt: '2026-11-02', vettingResult: '合格' });
    await onboard(desk, { person: 'S04', trainedAt: '2026-11-05', undertakingAt: '2026-11-06' });
    expect(await refusal(onboard(desk, { person: 'S04', since: '2026-11-03' }))).toEqual(['days-out-of-order']);
    const state = await onboard(desk, { person: 'S04', since: '2026-11-10', passports: '未办理', exitRecord: true });
    expect([state.finished, state.steps.filter((step) => !step.done)]).toEqual([true, []]);
    expect(await cells(desk, 'personnel', 'S04')).toMatchObject({ state: '在岗', since: '2026-11-10', dept: 'D1' });
  });

  it('a failed vetting ends there', async () => {
    const desk = await officeDesk();
    await onboard(desk, { person: 'S04', ...steps });
    await onboard(desk, { person: 'S04', vettingAt: '2026-11-02', vettingResult: '不合格' });
    expect(await refusal(onboard(desk, { person: 'S04', trainedAt: '2026-11-05' }))).toEqual(['step-too-early']);
  });

  it('a person who is on no roster cannot come', async () => {
    expect(await refusal(onboard(await officeDesk(), { person: '孙丽' }))).toEqual(['person-unknown']);
  });
});

describe('leaving a classified post', () => {
  const inPost = { no: 'S02', name: '赵敏', dept: 'D1', post: '文件管理', level: '一般', state: '在岗', since: '2020-02-01' };
  const leaving = { person: 'S02', talkBy: [], finish: false };
  const rest = { ...leaving, accessRemovedAt: '2026-11-20', talkAt: '2026-11-20', talkBy: ['S01', 'S04'], undertakingAt: '2026-11-20', from: '2026-11-24', until: '2028-11-23', exitFiledAt: '2026-11-21' };

  it('cannot be finished while a carrier or a device still names the person', async () => {
    const desk = await carrierDesk();
    await addRow(desk, 'personnel', inPost, {});
    await receive(desk, 'C-1');
    await addRow(desk, 'computers', { no: 'PC-1', type: '台式机', dept: 'D1', keeper: 'S02', net: '非涉密内网', state: '在用' }, {});
    await offboard(desk, { ...leaving, kind: '调动', leaveAt: '2026-11-24' });
    expect(await refusal(offboard(desk, { ...rest, finish: true }))).toEqual(['offboard-still-holds', 'still-held-here', 'still-held-here']);
    expect(await refusal(offboard(desk, { ...leaving, handedBackAt: '2026-11-24' }))).toEqual(['offboard-still-holds', 'still-held-here', 'still-held-here']);
    await clearCarriers(desk, { nos: ['C-1'], returner: 'S02', set: {} });
    await editRow(desk, 'computers', 'PC-1', { keeper: 'S03' }, {});
    expect(await refusal(offboard(desk, { ...rest, finish: true }))).toEqual(['offboard-steps-open', 'step-open-here']);
    expect(await offboard(desk, { ...rest, handedBackAt: '2026-11-24', finish: true })).toMatchObject({ finished: true, held: [], number: 'LZ-2026-0001' });
    expect(await cells(desk, 'personnel', 'S02')).toMatchObject({ state: '离岗脱密期', leave_kind: '调离', decl_end: '2028-11-23', handed_back_at: '2026-11-24' });
    expect(await cells(desk, 'departures', 'LZ-2026-0001')).toMatchObject({ kind: '调动', period_to: '2028-11-23' });
  });

  it('a lent carrier holds the borrower, not only the keeper', async () => {
    const desk = await carrierDesk();
    await addRow(desk, 'personnel', { ...inPost, no: 'S03', name: '张伟', dept: 'D2' }, {});
    await receive(desk, 'C-1');
    await lendCarrier(desk, { no: 'C-1', borrower: 'S03', due: '2026-12-01', set: {} });
    const state = await offboard(desk, { ...leaving, person: 'S03', kind: '辞职', leaveAt: '2026-11-24' });
    expect(state.held.map((each) => each.register)).toEqual(['loans']);
  });

  it('the talk is held by two', async () => {
    const desk = await officeDesk();
    await addRow(desk, 'personnel', inPost, {});
    expect(await refusal(offboard(desk, { ...leaving, kind: '调动', leaveAt: '2026-11-24', talkAt: '2026-11-20', talkBy: ['S01'] }))).toEqual(['talk-needs-two']);
  });

  it('begins with reason and day', async () => {
    const desk = await officeDesk();
    await addRow(desk, 'personnel', inPost, {});
    expect(await refusal(offboard(desk, { ...leaving, kind: '调动' }))).toEqual(['offboard-needs-kind']);
    expect(await offboard(desk, leaving)).toMatchObject({ number: '', finished: false });
  });
});
