import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createStore } from '../../src/store/create-store.js';
import { openStore } from '../../src/store/store.js';
import { genesis, request, rowAndCounter } from '../fixtures/store/office.js';
import { scratchFolder } from '../fixtures/store/scratch.js';
import { programPath, startProgram } from './program.js';
import type { DiskReport } from './programs/fill-disk.js';

const scratch = scratchFolder();

it('a file that the system lets grow no further refuses the next record, and keeps all that were acknowledged', async () => {
  const folder = join(scratch, 'limited');
  await createStore(folder, genesis);
  const orders = { folder, session: 1000, bodyEach: 0, lock: 'kernel', acknowledge: 'after' } as const;
  for (const blocks of [40, 41, 64]) {
    const program = await startProgram(orders, blocks);
    program.go();
    const said = await program.said;
    expect(said.at(-1)).toBe('store-write-failed');
    const store = await openStore(folder, { readOnly: true });
    expect(store.read().counters['P-2026']).toEqual({ last: Number(said.at(-2)) });
    expect(store.verify({ deep: true })).toMatchObject({ problems: [], unfinished: 0 });
  }
  const store = await openStore(folder);
  expect(await store.transact(request(1), () => rowAndCounter(9999))).toBe(9999);
});

it('this harness goes red on a program that acknowledges before the disk has it', async () => {
  const folder = join(scratch, 'hasty');
  await createStore(folder, genesis);
  const program = await startProgram({ folder, session: 1000, bodyEach: 0, lock: 'kernel', acknowledge: 'before' }, 40);
  program.go();
  const said = await program.said;
  expect((await openStore(folder)).read().counters['P-2026']?.last).toBeLessThan(Number(said.at(-2)));
});

/** Runs shell lines in a namespace of their own, where anybody may mount. */
function inNamespace(lines: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = spawnSync(
    'sh',
    ['-c', 'exec unshare --user --map-root-user --mount sh -ec "$1"', 'sh', lines.join('\n')],
    { encoding: 'utf8' },
  );
  return status === 0 ? stdout.split('\n').slice(0, -1) : [stderr];
}

const arena = join(scratch, 'arena');
mkdirSync(arena);
const mount = `mount -t tmpfs -o size=300k tmpfs '${arena}'`;
const canMount = inNamespace([mount, 'echo yes'])[0] === 'yes';
const named = (fact: string): string => (canMount ? fact : `${fact} (skipped: needs a mountable tmpfs)`);

it.skipIf(!canMount)(named('a disk that is really full refuses cleanly and keeps what it has; with some space again it goes on'), () => {
  const [line = '{}'] = inNamespace([mount, `'${process.execPath}' '${programPath('fill-disk')}' fill '${arena}/office'`]);
  const { refusals, acknowledged, found, problems } = JSON.parse(line) as DiskReport;
  expect(refusals).toEqual(['store-disk-full']);
  expect([found, problems]).toEqual([acknowledged, []]);
  expect(acknowledged).toBeGreaterThan(20);
});

it.skipIf(!canMount)(named('a disk that became really read-only is told as such and can still be read'), () => {
  const program = `'${process.execPath}' '${programPath('fill-disk')}'`;
  const lines = inNamespace([
    mount,
    `${program} fill '${arena}/office'`,
    `mount -o remount,bind,ro '${arena}'`,
    `${program} look '${arena}/office'`,
  ]);
  const [filled, looked] = lines.map((line) => JSON.parse(line) as DiskReport);
  expect(looked).toEqual({
    refusals: ['store-read-only-disk'],
    acknowledged: filled?.acknowledged,
    found: filled?.acknowledged,
    problems: [],
  });
});
