import { fork } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemFunctions } from '#facts/host.js';
import { childEnvironment } from '#facts/run-file.js';

const program = join(import.meta.dirname, '../../../src/facts/system-child.ts');

/** What the child answers before it ends; undefined when it ends without a word. */
function asked(question: string): Promise<unknown> {
  const child = fork(program, [question], { env: { ...childEnvironment, TSX_TSCONFIG_PATH: 'test/tsconfig.json' }, execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
  return new Promise((resolve) => {
    child.once('message', (answer) => { child.kill('SIGKILL'); resolve(answer); });
    child.once('exit', () => { resolve(undefined); });
  });
}

describe('the child that asks the library', () => {
  it.each(systemFunctions)('%s is answered with a list', async (question) => {
    expect(await asked(question)).toBeInstanceOf(Array);
  });

  it.each(['versions', 'processes', 'networkInterfaces', 'inetLatency', 'constructor'])('%s is not on the list and is not answered', async (question) => {
    expect(await asked(question)).toBeUndefined();
  });
});
