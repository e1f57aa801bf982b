import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { stopAgent } from '#agent/stop-agent.js';
import { agentHolder } from '#store/agent-holder.js';
import { ownHolder } from '#store/lock-holder.js';

let folder: string;
let bystander: ChildProcess;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zicha-stop-'));
  mkdirSync(join(folder, 'agent'), { mode: 0o700 });
  bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000); process.stdout.write("up")'], { stdio: ['ignore', 'pipe', 'ignore'] });
  await once(bystander.stdout as NodeJS.ReadableStream, 'data');
});

afterEach(() => {
  bystander.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function lockNames(holder: object): void {
  writeFileSync(join(folder, 'agent', 'store.lock'), JSON.stringify(holder), { mode: 0o600 });
}

const hasEnded = () => bystander.exitCode !== null || bystander.signalCode !== null;

describe('stopping the agent', () => {
  it('finds nothing to stop where none ever ran', async () => {
    rmSync(join(folder, 'agent'), { recursive: true });
    expect(agentHolder(folder)).toBeUndefined();
    expect(await stopAgent(folder)).toBeUndefined();
  });

  it('finds nothing to stop where the lock names nobody', async () => {
    writeFileSync(join(folder, 'agent', 'store.lock'), '');
    expect(await stopAgent(folder)).toBeUndefined();
  });

  it('leaves a later program alone that was given the same number', async () => {
    lockNames({ ...ownHolder(), pid: bystander.pid, start: '1' });
    expect(await stopAgent(folder)).toBeUndefined();
    expect(hasEnded()).toBe(false);
  });

  it('leaves a program alone whose number was taken down before the machine was started anew', async () => {
    lockNames({ ...ownHolder(), pid: bystander.pid, boot: 'an-earlier-boot' });
    expect(await stopAgent(folder)).toBeUndefined();
    expect(hasEnded()).toBe(false);
  });

  it('does not touch the number of an agent in another container', async () => {
    lockNames({ ...ownHolder(), pid: bystander.pid, namespace: 'pid:[1]' });
    await expect(stopAgent(folder)).rejects.toMatchObject({ code: 'agent-elsewhere' });
    expect(hasEnded()).toBe(false);
  });
});
