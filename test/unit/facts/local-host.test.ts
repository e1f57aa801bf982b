import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tools } from '#facts/host.js';
import { localHost } from '#facts/local-host.js';
import { childEnvironment, runFile } from '#facts/run-file.js';

const folder = mkdtempSync(join(tmpdir(), 'zicha-host-'));
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
const host = localHost();
const nobody = 65_534;

async function asOrdinaryUser<T>(look: () => Promise<T>): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(nobody);
  try {
    return await look();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('looks at files', () => {
  it('reads a text up to the limit and says when there is more', async () => {
    writeFileSync(join(folder, 'text'), 'abcdef');
    expect(await host.readFile(join(folder, 'text'))).toEqual({ kind: 'text', text: 'abcdef', cut: false });
    expect(await host.readFile(join(folder, 'text'), 6)).toEqual({ kind: 'text', text: 'abcdef', cut: false });
    expect(await host.readFile(join(folder, 'text'), 3)).toEqual({ kind: 'text', text: 'abc', cut: true });
  });

  it('reads files of the kernel, which have no size', async () => {
    expect(await host.readFile('/proc/sys/kernel/ostype')).toEqual({ kind: 'text', text: 'Linux\n', cut: false });
  });

  it('a pipe without a writer does not hold it up', async () => {
    expect(await runFile('/usr/bin/mkfifo', [join(folder, 'pipe')])).toMatchObject({ kind: 'ran', exitCode: 0 });
    expect(await host.readFile(join(folder, 'pipe'))).toEqual({ kind: 'text', text: '', cut: false });
  });

  it('says absent, failed and what a path is', async () => {
    mkdirSync(join(folder, 'sub'));
    symlinkSync('nowhere', join(folder, 'link'));
    chmodSync(join(folder, 'text'), 0o640);
    expect(await host.readFile(join(folder, 'none'))).toEqual({ kind: 'absent' });
    expect(await host.readFile(join(folder, 'text/below'))).toEqual({ kind: 'absent' });
    expect(await host.readFile(join(folder, 'sub'))).toMatchObject({ kind: 'failed', detail: 'EISDIR' });
    expect(await host.stat(join(folder, 'link'))).toMatchObject({ kind: 'stat', type: 'link' });
    expect(await host.stat(join(folder, 'sub'))).toMatchObject({ kind: 'stat', type: 'folder' });
    expect(await host.stat(join(folder, 'text'))).toMatchObject({ kind: 'stat', type: 'file', mode: 0o640, size: 6 });
    expect(await host.stat('/dev/null')).toMatchObject({ kind: 'stat', type: 'device' });
    expect(await host.list(join(folder, 'none'))).toEqual({ kind: 'absent' });
  });

  it('says denied where rights are missing', async () => {
    writeFileSync(join(folder, 'closed'), 'x', { mode: 0o000 });
    chmodSync(folder, 0o755);
    expect(await asOrdinaryUser(() => host.readFile(join(folder, 'closed')))).toEqual({ kind: 'denied' });
    expect(await asOrdinaryUser(() => host.list('/proc/1/fd'))).toEqual({ kind: 'denied' });
  });

  it('lists a folder whole, or not at all when it holds too many names', async () => {
    const many = join(folder, 'many');
    mkdirSync(many);
    for (let index = 0; index < 20_000; index += 1) writeFileSync(join(many, String(index)), '');
    const whole = await host.list(many);
    expect(whole.kind === 'names' && whole.names.length).toBe(20_000);
    writeFileSync(join(many, 'one-more'), '');
    expect(await host.list(many)).toMatchObject({ kind: 'failed' });
  });
});

describe('children', () => {
  it('every tool has absolute paths in folders of the system', () => {
    expect(Object.values(tools).flat().filter((path) => !/^\/(usr\/)?s?bin\/[\w-]+$/.test(path))).toEqual([]);
  });

  it('see nothing of our environment', async () => {
    const look = await runFile('/usr/bin/env', []);
    expect(look).toEqual({ kind: 'ran', exitCode: 0, stdout: Object.entries(childEnvironment).map(([key, value]) => `${key}=${value}\n`).join('') });
  });

  it('get their arguments as they are: no shell stands between', async () => {
    expect(await runFile('/usr/bin/printf', ['%s', '$(id); `id` | cat > /tmp/x && * "'])).toMatchObject({ stdout: '$(id); `id` | cat > /tmp/x && * "' });
  });

  it('tell how they ended', async () => {
    expect(await runFile('/usr/bin/false', [])).toEqual({ kind: 'ran', exitCode: 1, stdout: '' });
    expect(await runFile('/usr/bin/no-such-program', [])).toEqual({ kind: 'failed', detail: 'ENOENT' });
  });

  it('one that sleeps is ended in time', async () => {
    const started = performance.now();
    expect(await runFile('/usr/bin/sleep', ['30'], { ms: 100, bytes: 1_000 })).toEqual({ kind: 'timed-out' });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('one that ignores a polite end is ended all the same', async () => {
    const look = await runFile('/usr/bin/env', ['--ignore-signal=TERM', '/usr/bin/sleep', '30'], { ms: 100, bytes: 1_000 });
    expect(look).toEqual({ kind: 'timed-out' });
  });

  it('one that prints without end is ended at the limit, and what it printed counts for nothing', async () => {
    const look = await runFile('/usr/bin/yes', [], { ms: 10_000, bytes: 100_000 });
    expect(look).toEqual({ kind: 'failed', detail: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' });
  });

  it('a tool that is not installed is told apart from one that fails', async () => {
    const missing = (Object.keys(tools) as (keyof typeof tools)[]).map((tool) => host.run(tool, ['--version']));
    for (const look of await Promise.all(missing)) expect(['ran', 'tool-missing', 'failed']).toContain(look.kind);
  });
});
