import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '#domain/app-error.js';
import type { Evidence } from '#domain/evidence.js';
import type { Finding } from '#domain/finding.js';
import type { Change } from '#domain/change.js';
import { sha256 } from '#store/canonical-json.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from '#workflows/desk.js';
import { keepEvidence, type EvidenceOrder } from '#workflows/keep-evidence.js';
import { listEvidence, showEvidence } from '#workflows/list-evidence.js';
import { purgeEvidence, type Age } from '#workflows/purge-evidence.js';
import { saveEvidence } from '#workflows/save-evidence.js';
import { verifyEvidence } from '#workflows/verify-evidence.js';
import { officeDesk, refusal } from './office-desk.js';

const papers = mkdtempSync(join(tmpdir(), 'zicha-papers-'));
afterAll(() => rmSync(papers, { recursive: true, force: true }));

const pledge = paper('承诺书.txt', '保密承诺书\n本人承诺保守国家秘密\n');
const photo = paper('现场照片.jpg', Buffer.from([0xff, 0xd8, 0xff, 0x00, 0x01, 0x02]));

function paper(name: string, content: string | Buffer): string {
  const path = join(papers, name);
  writeFileSync(path, content);
  return path;
}

const keep = (desk: Desk, file: string, ...belongsTo: readonly string[]) => keepEvidence(desk, { file, belongsTo });
const filesOf = (desk: Desk): readonly string[] => (existsSync(join(desk.folder, 'evidence')) ? readdirSync(join(desk.folder, 'evidence')) : []);
const later = (desk: Desk, day: string): Desk => ({ ...desk, door: { ...desk.door, now: () => `${day}T02:00:00.000Z` } });
const id = (n: number): string => `10000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

async function put(desk: Desk, ...changes: readonly Change[]): Promise<void> {
  const store = await openStore(desk.folder);
  await store.transact({ actor: claimed('赵敏'), at: desk.door.now() }, () => ({ kind: 'test', changes, result: undefined }));
  await store.close();
}

function problem(n: number, state: Finding['state'] = 'open', evidence: readonly string[] = []): Change {
  const value: Finding = {
    id: id(n), number: `W-2026-000${String(n)}`, fingerprint: sha256(String(n)), itemId: 'PER-04', checklistId: 'personnel', objective: '签订承诺书', statement: '没有承诺书', basis: [], severity: 'medium',
    subject: { kind: 'unit', key: 'unit', label: '本单位' }, source: 'manual', state, firstSeenAt: '2026-11-24T02:00:00.000Z', lastSeenAt: '2026-11-24T02:00:00.000Z', recurrences: 0, evidence: [...evidence], events: [],
  };
  return { collection: 'findings', id: value.id, value };
}

const supervision = (state: 'open' | 'closed'): Change => ({
  collection: 'supervisions', id: id(50),
  value: { id: id(50), number: 'DC-2026-0001', body: '市保密局', kind: 'secrecy', on: '2026-11-20', opinions: [], state, by: claimed('赵敏'), at: '2026-11-24T02:00:00.000Z' },
});
const inspection: Change = {
  collection: 'inspections', id: id(55),
  value: { id: id(55), number: 'JC-2026-0001', kind: 'unit', month: '2026-11', departments: ['D1'], scope: '台账', state: 'planned', by: claimed('赵敏'), at: '2026-11-24T02:00:00.000Z' },
};
const leak = (closedAt?: string): Change => ({
  collection: 'leakEvents', id: id(60),
  value: { id: id(60), number: 'XM-2026-0001', foundAt: '2026-11-24T02:00:00.000Z', ...(closedAt === undefined ? {} : { closedAt }), by: claimed('赵敏'), at: '2026-11-24T02:00:00.000Z' },
});
const findingOf = async (desk: Desk, n: number): Promise<Finding | undefined> => (await openStore(desk.folder, { readOnly: true })).read().findings[id(n)];

describe('keeping evidence', () => {
  it('gives it a number, keeps its bytes under their digest and its base name only', async () => {
    const desk = await officeDesk();
    const { evidence, outcome } = await keepEvidence(desk, { file: pledge, belongsTo: ['per-04'], title: '全员承诺书', on: '2026-03-05', by: '钱某' });
    const bytes = readFileSync(pledge);
    expect([outcome, evidence]).toMatchObject(['kept', { number: 'ZJ-2026-0001', name: '承诺书.txt', title: '全员承诺书', on: '2026-03-05', digest: sha256(bytes), bytes: bytes.length, checked: 'name-and-text', belongsTo: ['PER-04'], by: { person: '钱某' } }]);
    expect(readFileSync(join(desk.folder, 'evidence', evidence.digest)).equals(bytes)).toBe(true);
    expect(JSON.stringify(evidence)).not.toContain(papers);
  });

  it('of what is no text, it says that only the name was looked at', async () => {
    expect((await keep(await officeDesk(), photo)).evidence.checked).toBe('name');
  });

  it('the same bytes again, under whatever name, are the evidence there is: never a twin', async () => {
    const desk = await officeDesk();
    await put(desk, problem(1), problem(2));
    const first = await keep(desk, pledge, 'W-2026-0001');
    const again = await keep(desk, paper('承诺书-副本.txt', readFileSync(pledge)));
    const more = await keep(desk, pledge, 'W-2026-0002', 'w-2026-0001');
    expect([again.outcome, more.outcome, more.evidence.belongsTo]).toEqual(['already-kept', 'belongs-to-more', ['W-2026-0001', 'W-2026-0002']]);
    expect([(await listEvidence(desk, { all: true })).length, more.evidence.id, filesOf(desk).length]).toEqual([1, first.evidence.id, 1]);
    expect((await keep(desk, photo)).evidence.number).toBe('ZJ-2026-0002');
  });

  it('a problem that it belongs to names it, once, and stays in its state', async () => {
    const desk = await officeDesk();
    await put(desk, problem(1, 'remediating', ['档案室第3柜']));
    for (const file of [pledge, pledge]) await keep(desk, file, 'W-2026-0001');
    expect(await findingOf(desk, 1)).toMatchObject({ state: 'remediating', evidence: ['档案室第3柜', 'ZJ-2026-0001'], events: [] });
  });

  it('belongs to things on record only: a wrong number keeps nothing', async () => {
    const desk = await officeDesk();
    await put(desk, supervision('open'), leak());
    for (const number of ['W-2026-0009', 'DC-2026-0009', 'JC-2026-0001', 'ZZZ-99', '承诺书', '']) expect([number, ...(await refusal(keep(desk, pledge, number)))]).toEqual([number, 'evidence-for-unknown']);
    expect(await refusal(keep(desk, pledge, 'XM-2026-0001'))).toEqual(['evidence-of-leak']);
    expect(filesOf(desk)).toEqual([]);
    await put(desk, inspection);
    expect((await keep(desk, pledge, 'DC-2026-0001', 'JC-2026-0001')).evidence.belongsTo).toEqual(['DC-2026-0001', 'JC-2026-0001']);
  });

  it('a file that was damaged is made whole by the same original', async () => {
    const desk = await officeDesk();
    const { evidence } = await keep(desk, pledge);
    writeFileSync(join(desk.folder, 'evidence', evidence.digest), 'x');
    expect((await verifyEvidence(desk)).wrong).toBe(1);
    expect((await keep(desk, pledge)).outcome).toBe('made-whole');
    expect(await verifyEvidence(desk)).toMatchObject({ sound: 1, wrong: 0 });
  });

  it('material of a day that has not come is refused, and so are words without room', async () => {
    const desk = await officeDesk();
    expect(await refusal(keepEvidence(desk, { file: pledge, belongsTo: [], on: '2026-11-25' }))).toEqual(['register-future-day']);
    expect(await refusal(keepEvidence(desk, { file: pledge, belongsTo: [], title: '长'.repeat(201) }))).toEqual(['text-too-long']);
  });
});

describe('only a plain file is taken', () => {
  it('not a link, a folder, a device, a pipe, nothing, or an empty file', async () => {
    const desk = await officeDesk();
    symlinkSync(pledge, join(papers, 'link.txt'));
    symlinkSync(join(papers, 'nowhere'), join(papers, 'dangling'));
    mkdirSync(join(papers, 'folder'));
    execFileSync('/usr/bin/mkfifo', [join(papers, 'pipe')]);
    for (const name of ['link.txt', 'dangling', 'folder', 'pipe']) expect(await refusal(keep(desk, join(papers, name)))).toEqual(['evidence-not-a-file']);
    expect(await refusal(keep(desk, '/dev/null'))).toEqual(['evidence-not-a-file']);
    expect(await refusal(keep(desk, join(papers, 'absent')))).toEqual(['file-not-found']);
    expect(await refusal(keep(desk, paper('空.txt', '')))).toEqual(['evidence-empty']);
  });

  it('not one above 50 MB; one of just that size is taken', async () => {
    const desk = await officeDesk();
    const large = paper('录像.mp4', '\0');
    truncateSync(large, 50 * 1024 * 1024 + 1);
    expect(await refusal(keep(desk, large))).toEqual(['evidence-too-large']);
    truncateSync(large, 50 * 1024 * 1024);
    expect((await keep(desk, large)).evidence.bytes).toBe(50 * 1024 * 1024);
  });

  it('and the original stays as it is', async () => {
    const desk = await officeDesk();
    chmodSync(pledge, 0o440);
    const before = statSync(pledge);
    linkSync(pledge, join(papers, 'second-name.txt'));
    await keep(desk, pledge);
    expect([statSync(pledge).mtimeMs, statSync(pledge).mode, readFileSync(pledge, 'utf8')]).toEqual([before.mtimeMs, before.mode, '保密承诺书\n本人承诺保守国家秘密\n']);
    chmodSync(pledge, 0o640);
  });
});

describe('on a non-classified machine a classification marking is refused', () => {
  const marked: readonly (readonly [where: string, order: EvidenceOrder])[] = [
    ['name', { file: paper('【机密】调整方案.pdf', 'x'), belongsTo: [] }],
    ['name', { file: join(papers, '机密★不存在.pdf'), belongsTo: [] }],
    ['title', { file: pledge, belongsTo: [], title: '调整方案（秘密）' }],
    ['text', { file: paper('调整方案.txt', '机密★5年\n调整方案\n'), belongsTo: [] }],
    ['text', { file: paper('调整方案.dat', '\n秘密 1年\n调整方案\n'), belongsTo: [] }],
  ];

  it.each(marked)('in its %s', async (markedIn, order) => {
    const desk = await officeDesk();
    const refused = await keepEvidence(desk, order).catch((error: unknown) => error as AppError);
    expect(refused).toMatchObject({ code: 'evidence-marked', params: { markedIn }, exit: 4 });
  });

  it('nothing is kept, and what is said repeats neither name nor text', async () => {
    const desk = await officeDesk();
    for (const [, order] of marked) {
      const refused = await keepEvidence(desk, order).catch((error: unknown) => error as AppError);
      const told = [desk.say('error.evidence-marked', { markedIn: '' }), JSON.stringify((refused as AppError).params), String(refused)].join('\n');
      expect(told).not.toMatch(/调整方案|机密|5年/);
    }
    expect([filesOf(desk), await listEvidence(desk, { all: true })]).toEqual([[], []]);
    for (const each of readdirSync(desk.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) expect(readFileSync(join(each.parentPath, each.name), 'utf8')).not.toContain('调整方案');
  });

  it('the cure says whom to tell, and cites the article on leaks for leaks only', async () => {
    const cure = (await officeDesk()).say('error.evidence-marked.cure');
    expect(cure).toMatch(/停止.*保密员.*定密责任人.*编号.*已经或者可能泄密的.*第六十一条.*24 小时/);
  });

  it('papers about secrecy work are kept', async () => {
    const desk = await officeDesk();
    expect((await keep(desk, paper('国家秘密事项一览表.txt', '国家秘密分为绝密、机密、秘密三级\n机密级涉密人员\n'))).outcome).toBe('kept');
  });

  it('on a classified machine nothing is looked for, and the record says so', async () => {
    const desk = await officeDesk('classified');
    expect((await keep(desk, join(papers, '【机密】调整方案.pdf'))).evidence).toMatchObject({ checked: 'none', name: '【机密】调整方案.pdf' });
  });
});

describe('looking at evidence', () => {
  it('lists what belongs to one thing, and what is purged only when asked', async () => {
    const desk = await officeDesk();
    await put(desk, problem(1));
    await keep(desk, pledge, 'W-2026-0001');
    await keep(desk, photo);
    const numbers = async (all: boolean, belongsTo?: string) => (await listEvidence(desk, { all, ...(belongsTo === undefined ? {} : { belongsTo }) })).map(({ number }) => number);
    expect([await numbers(false), await numbers(false, 'w-2026-0001')]).toEqual([['ZJ-2026-0001', 'ZJ-2026-0002'], ['ZJ-2026-0001']]);
    await purge(later(desk, '2027-12-01'));
    expect([await numbers(false), await numbers(true)]).toEqual([['ZJ-2026-0001'], ['ZJ-2026-0001', 'ZJ-2026-0002']]);
    expect([(await showEvidence(desk, 'zj-2026-0002')).purged?.reason, await refusal(showEvidence(desk, 'ZJ-2026-0009'))]).toEqual(['保存期满', ['evidence-unknown']]);
  });

  it('saves a copy for its owner only, never over a file, never into the records', async () => {
    const desk = await officeDesk();
    await keep(desk, pledge);
    const copy = join(papers, 'copy.txt');
    await saveEvidence(desk, 'ZJ-2026-0001', copy);
    expect([readFileSync(copy).equals(readFileSync(pledge)), statSync(copy).mode & 0o777]).toEqual([true, 0o600]);
    symlinkSync(join(papers, 'target'), join(papers, 'copy-link'));
    for (const taken of [copy, join(papers, 'copy-link')]) expect(await refusal(saveEvidence(desk, 'ZJ-2026-0001', taken))).toEqual(['evidence-copy-exists']);
    expect([existsSync(join(papers, 'target')), readFileSync(copy).length]).toEqual([false, readFileSync(pledge).length]);
    expect(await refusal(saveEvidence(desk, 'ZJ-2026-0001', join(desk.folder, 'evidence', 'x')))).toEqual(['evidence-inside-records']);
  });

  it('a copy of other bytes is not given out', async () => {
    const desk = await officeDesk();
    const { evidence } = await keep(desk, pledge);
    writeFileSync(join(desk.folder, 'evidence', evidence.digest), 'x');
    expect(await refusal(saveEvidence(desk, evidence.number, join(papers, 'damaged-copy')))).toEqual(['store-evidence-damaged']);
    expect(existsSync(join(papers, 'damaged-copy'))).toBe(false);
  });

  it('verifying reads every byte: one flipped bit and a file that is gone are told by number', async () => {
    const desk = await officeDesk();
    const kept: Evidence[] = [];
    for (const n of [1, 2, 3]) kept.push((await keep(desk, paper(`第${String(n)}页.txt`, `第${String(n)}页`.repeat(50)))).evidence);
    const pathOf = (n: number): string => join(desk.folder, 'evidence', kept[n]?.digest ?? '');
    const bytes = readFileSync(pathOf(0));
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(pathOf(0), bytes);
    rmSync(pathOf(1));
    const verification = await verifyEvidence(desk);
    expect([verification.sound, verification.wrong, verification.evidence.map(({ state }) => state)]).toEqual([1, 2, ['differs', 'missing', 'sound']]);
    expect((await verifyEvidence(desk, 'ZJ-2026-0003')).wrong).toBe(0);
    expect(await refusal(verifyEvidence(desk, 'ZJ-2026-0004'))).toEqual(['evidence-unknown']);
  });
});

const purge = (desk: Desk, isConfirmed = true, olderThan = { count: 12, unit: 'months' } as Age) => purgeEvidence(desk, { olderThan, reason: '保存期满', by: '钱某', isConfirmed });

describe('purging evidence', () => {
  it('takes the bytes and leaves number, name, digest and who did it why', async () => {
    const desk = await officeDesk();
    const { evidence } = await keep(desk, pledge);
    const done = await purge(later(desk, '2027-11-25'));
    expect([done.before, done.written, done.leftOver, filesOf(desk)]).toEqual(['2026-11-25', true, [], []]);
    expect(await showEvidence(desk, evidence.number)).toMatchObject({ ...evidence, purged: { by: { person: '钱某' }, reason: '保存期满' } });
    expect(await verifyEvidence(desk)).toMatchObject({ sound: 0, wrong: 0, purged: 1 });
    expect(await refusal(saveEvidence(desk, evidence.number, join(papers, 'purged-copy')))).toEqual(['evidence-purged']);
  });

  it('does nothing until it is confirmed', async () => {
    const desk = await officeDesk();
    await keep(desk, pledge);
    const asked = await purge(later(desk, '2027-11-25'), false);
    expect([asked.purged.map(({ number }) => number), asked.written, filesOf(desk).length, (await showEvidence(desk, 'ZJ-2026-0001')).purged]).toEqual([['ZJ-2026-0001'], false, 1, undefined]);
  });

  it('takes only what is older: of the very day it stays', async () => {
    const desk = await officeDesk();
    await keep(desk, pledge);
    expect((await purge(later(desk, '2027-11-24'))).purged).toEqual([]);
    expect((await purge(later(desk, '2026-12-24'), false, { count: 30, unit: 'days' })).purged).toEqual([]);
    expect((await purge(later(desk, '2026-12-25'), false, { count: 30, unit: 'days' })).purged.length).toBe(1);
  });

  it.each([
    ['a supervision', supervision('open'), 'DC-2026-0001'],
    ['a suspected leak', leak(), 'XM-2026-0001'],
  ] as const)('is blocked while %s is open, which is named, also before it is confirmed', async (_name, open, number) => {
    const desk = await officeDesk();
    await keep(desk, pledge);
    await put(desk, open);
    for (const isConfirmed of [false, true]) {
      await expect(purge(later(desk, '2027-11-25'), isConfirmed)).rejects.toMatchObject({ code: 'evidence-purge-blocked', params: { numbers: number } });
    }
    expect(filesOf(desk).length).toBe(1);
    await put(desk, supervision('closed'), leak('2026-12-01T02:00:00.000Z'));
    expect((await purge(later(desk, '2027-11-25'))).written).toBe(true);
  });

  it.each(['open', 'remediating', 'awaiting-verification', 'deviation-approved'] as const)('keeps what a problem cites that is %s, and says which', async (state) => {
    const desk = await officeDesk();
    await put(desk, problem(1));
    await keep(desk, pledge, 'W-2026-0001');
    await keep(desk, photo);
    // One names it, the other is only cited by it.
    await put(desk, problem(1, state), problem(2, state, ['ZJ-2026-0002']));
    const done = await purge(later(desk, '2027-11-25'));
    expect([done.purged, done.held.map(({ heldBy }) => heldBy), filesOf(desk).length]).toEqual([[], [['W-2026-0001'], ['W-2026-0002']], 2]);
  });

  it.each(['closed', 'withdrawn'] as const)('takes what only a problem cites that is %s', async (state) => {
    const desk = await officeDesk();
    await put(desk, problem(1));
    await keep(desk, pledge, 'W-2026-0001');
    await put(desk, problem(1, state, ['ZJ-2026-0001']));
    expect((await purge(later(desk, '2027-11-25'))).purged.length).toBe(1);
  });

  it('the same bytes may come back, under a new number', async () => {
    const desk = await officeDesk();
    await keep(desk, pledge);
    await purge(later(desk, '2027-11-25'));
    const back = await keep(later(desk, '2027-11-26'), pledge);
    expect([back.evidence.number, back.outcome, (await verifyEvidence(desk)).sound]).toEqual(['ZJ-2027-0001', 'kept', 1]);
    // The older purge does not take it when the next program tidies up.
    await put(desk, problem(1));
    expect(filesOf(desk).length).toBe(1);
  });

  it('a reason without room is refused', async () => {
    const desk = await officeDesk();
    expect(await refusal(purgeEvidence(desk, { olderThan: { count: 1, unit: 'days' }, reason: '长'.repeat(501), by: '钱某', isConfirmed: true }))).toEqual(['text-too-long']);
  });
});
