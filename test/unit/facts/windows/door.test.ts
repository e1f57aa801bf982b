import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { collectFacts } from '#facts/collect-facts.js';
import type { Host, WindowsLook } from '#facts/host.js';
import { probes } from '#facts/probes/index.js';
import { rootedHost } from '#facts/rooted-host.js';
import { windowsReaders } from '#facts/windows/readers.js';
import { call, environment, lookOf, powershell, script, windowsScript } from '#facts/windows/run-script.js';
import { emptyMachine, untouchableMachine } from '../../../contract/hostile-hosts.js';
import { factsOf, recorded, recordingNamed } from '../../../contract/hosts.js';

// A child comes last on a busy machine.
const limits = { ms: 60_000, bytes: 10_000, folder: '/' };
const printed = '{"parts":{"a":{"ok":true,"value":1}}}';

describe('starting the script', { timeout: 120_000 }, () => {
  it('one program at a fixed path, one script that is shipped, and no rule of the office is passed over', () => {
    expect(powershell).toBe('C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
    expect(call).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'RemoteSigned', '-File', script]);
    expect(existsSync(script)).toBe(true);
  });

  it('is done once, however often it is asked for', async () => {
    let starts = 0;
    const ask = windowsScript('win32', () => Promise.resolve({ kind: 'failed', detail: String((starts += 1)) }));
    expect(await Promise.all([ask(), ask(), ask()])).toEqual(Array(3).fill({ kind: 'failed', detail: '1' }));
  });

  it('is never done on another system, nor for a root in a folder', async () => {
    expect(await windowsScript('linux', () => { throw new Error('started'); })()).toEqual({ kind: 'unsupported' });
    expect(await rootedHost('/', () => '').windows()).toEqual({ kind: 'unsupported' });
    expect(rootedHost('/', () => '').platform).toBe('linux');
  });

  it('where the program is missing it says so', async () => {
    expect(await lookOf(powershell, call, limits)).toEqual({ kind: 'tool-missing' });
    expect(await lookOf('/etc/passwd', [], limits)).toEqual({ kind: 'denied', detail: 'powershell.exe' });
  });

  it('a child that sleeps or prints without end is ended, and one that waits for input gets none', async () => {
    expect(await lookOf('/bin/sleep', ['30'], { ...limits, ms: 100 })).toEqual({ kind: 'timed-out' });
    expect(await lookOf('/usr/bin/yes', [], limits)).toMatchObject({ kind: 'failed', detail: 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER' });
    expect(await lookOf('/bin/cat', [], limits)).toEqual({ kind: 'failed', detail: 'not one JSON document' });
  });

  it('a child that ends badly gives nothing, whatever it printed before', async () => {
    expect(await lookOf(process.execPath, ['-e', `console.log('${printed}')`], limits)).toEqual({ kind: 'parts', parts: { a: { ok: true, value: 1 } } });
    expect(await lookOf(process.execPath, ['-e', `console.log('${printed}'); process.exitCode = 1`], limits)).toEqual({ kind: 'failed', detail: 'exit 1' });
    expect(await lookOf(process.execPath, ['-e', `console.log('${printed}'); process.kill(process.pid, 'SIGTERM')`], limits)).toEqual({ kind: 'failed', detail: 'exit -1' });
  });

  it('the child sees nothing of our environment, and is told to keep nothing', async () => {
    const shown = await lookOf(process.execPath, ['-e', 'console.log(JSON.stringify({ parts: process.env }))'], limits);
    expect(shown).toEqual({ kind: 'parts', parts: environment });
    expect(environment['PSModuleAnalysisCachePath']).toBe('NUL');
  });
});

describe('a run on Windows', () => {
  const onWindows = (windows: Host['windows']): Host => ({ ...emptyMachine, platform: 'win32', windows });
  const some = ['operatingSystem', 'firewall', 'sudo'];
  const run = (host: Host, more: Partial<Parameters<typeof collectFacts>[0]> = {}) => collectFacts({ host, probes, needed: some, mode: 'non-classified', ...more });
  const reasons = async (facts: ReturnType<typeof run>): Promise<unknown> => Object.fromEntries(Object.entries(await facts).map(([id, fact]) => [id, fact.status === 'unavailable' ? fact.reason : fact.status]));

  it('a script that needs longer than a probe may is waited for', async () => {
    const { windows } = recorded('windows-11');
    let look: Promise<WindowsLook> | undefined;
    const slow = (): Promise<WindowsLook> => (look ??= new Promise((resolve) => { setTimeout(() => { resolve(windows()); }, 200); }));
    expect(await reasons(run(onWindows(slow), { limits: { probeMs: 50, runMs: 5_000 } }))).toEqual({ operatingSystem: 'observed', firewall: 'observed', sudo: 'unsupported' });
  });

  it('a script that never ends takes the whole time of the run, and no longer', async () => {
    const started = performance.now();
    expect(await reasons(run(onWindows(() => new Promise(() => undefined)), { limits: { probeMs: 50, runMs: 100 } }))).toEqual({ operatingSystem: 'budget-spent', firewall: 'budget-spent', sudo: 'budget-spent' });
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('a door that breaks is told by each probe', async () => {
    expect(await reasons(run(onWindows(() => Promise.reject(new TypeError('private words')))))).toEqual({ operatingSystem: 'crashed', firewall: 'crashed', sudo: 'unsupported' });
  });

  it('nothing is started on a classified machine, nor where nothing is asked', async () => {
    const host = { ...untouchableMachine, platform: 'win32' };
    expect(await reasons(run(host, { mode: 'classified' }))).toEqual({ operatingSystem: 'classified-machine', firewall: 'classified-machine', sudo: 'classified-machine' });
    expect(await run(host, { needed: [] })).toEqual({});
  });

  it('no file of the machine is looked at besides', async () => {
    const facts = await factsOf({ ...untouchableMachine, platform: 'win32', windows: recorded('windows-11').windows });
    expect(Object.values(facts).filter(({ status }) => status === 'observed')).toHaveLength(windowsReaders.length);
  });

  it.each(['windows-10', 'windows-11'])('%s: no serial number and no address is in any fact', async (name) => {
    const text = JSON.stringify(await factsOf(recorded(name)));
    const given = JSON.stringify(['diskNumbers', 'adapterNumbers', 'storageNumbers', 'machineNumber', 'addresses', 'nameServers'].map((part) => recordingNamed(name).windows?.[part]));
    const numbers = [...given.matchAll(/"(masked\w+|naa\w+|\d+\.\d+\.\d+\.\d+)"/gi)].map(([, number = '']) => number);
    expect(numbers.length).toBeGreaterThanOrEqual(5);
    expect(numbers.filter((number) => text.includes(number))).toEqual([]);
  });
});
