import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { afterAll } from 'vitest';
import type { Orders } from './programs/enter-rows.js';

const repository = fileURLToPath(new URL('../..', import.meta.url));
const needed = ['src/domain', 'src/domain/error-codes', 'src/store', 'test/fixtures/store', 'test/fault/programs'];

/** A program of its own that is loaded and waits. */
export interface Program {
  readonly pid: number;
  go(): void;
  kill(): void;
  /** Resolves when it has said its first number, or has ended. */
  readonly firstWord: Promise<void>;
  /** What it said until it ended, without the first line. */
  readonly said: Promise<readonly string[]>;
}

const options: ts.CompilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023, verbatimModuleSyntax: true };
const compiled = mkdtempSync(join(tmpdir(), 'zicha-programs-'));
compile(compiled);
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

/** Path of a program that node can run as it is. */
export function programPath(name: string): string {
  return join(compiled, `test/fault/programs/${name}.js`);
}

/** Starts a program that enters rows, and waits until it is ready. With `fileBlocks`, the system lets no file grow beyond so many blocks. */
export async function startProgram(orders: Orders, fileBlocks?: number): Promise<Program> {
  const command = [process.execPath, programPath('enter-rows'), JSON.stringify(orders)];
  const [program = '', ...args] =
    fileBlocks === undefined ? command : ['sh', '-c', `ulimit -f ${String(fileBlocks)} && exec "$@"`, 'sh', ...command];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let output = '';
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdin.on('error', () => undefined); // it may be dead already
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const lines = (count: number): Promise<void> =>
    new Promise((resolve) => child.stdout.on('data', () => (wholeLines(output).length >= count ? resolve() : undefined)));
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const firstWord = Promise.race([lines(2), ended]);
  await Promise.race([lines(1), ended]);
  if (wholeLines(output).length === 0) throw new Error(`the program did not start: ${complaints}`);
  return {
    pid: child.pid ?? 0,
    go: () => void child.stdin.write('go\n'),
    kill: () => void child.kill('SIGKILL'),
    firstWord,
    said: ended.then(() => wholeLines(output).slice(1)),
  };
}

// What a killed program was about to say was not said.
function wholeLines(text: string): readonly string[] {
  return text.split('\n').slice(0, -1);
}

// Programs run the sources as they are, without the build and without the price of a loader in each of a hundred programs.
function compile(target: string): void {
  writeFileSync(join(target, 'package.json'), JSON.stringify({ type: 'module', imports: { '#*': './src/*' } }));
  symlinkSync(join(repository, 'node_modules'), join(target, 'node_modules'), 'junction');
  for (const file of needed.flatMap((folder) => readdirSync(join(repository, folder)).map((name) => join(folder, name)))) {
    if (!file.endsWith('.ts') || file.endsWith('.d.ts')) continue;
    const { outputText } = ts.transpileModule(readFileSync(join(repository, file), 'utf8'), { compilerOptions: options });
    mkdirSync(dirname(join(target, file)), { recursive: true });
    writeFileSync(join(target, file.replace(/\.ts$/, '.js')), outputText);
  }
}
