#!/usr/bin/env node
// Prepares a checkout with nothing but Node and npm: packages, compiled sources, command manifest. Run directly, it builds.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(import.meta.dirname);

/** Installs the locked packages when node_modules does not hold them; true when they are there afterwards. */
export async function installPackages() {
  return packagesMatchLock() || npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
}

/** Compiles the sources (which checks their types), removes output of deleted sources, lists the commands; true when all went well. */
export async function build() {
  const compiled = await runTool('typescript/bin/tsc', ['-p', '.']);
  removeStaleOutput(join(root, 'dist'));
  return (await listCommands()) && (await runNode('bin/compile-templates.js', [])) && compiled;
}

/** Runs one tool of node_modules in the checkout, without a shell; true when it ended well. */
export function runTool(path, args, environment = {}) {
  return runNode(join(root, 'node_modules', path), args, environment);
}

/** Runs a script of the checkout with this Node; true when it ended well. */
export function runNode(script, args, environment = {}) {
  return run(process.execPath, [script, ...args], environment);
}

function run(command, args, environment = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
    const stop = () => child.kill(); // a runner that is told to stop takes its tool along
    process.once('exit', stop);
    child.once('error', () => resolve(false));
    child.once('close', (code) => {
      process.removeListener('exit', stop);
      resolve(code === 0);
    });
  });
}

// Compared by content: a branch switch touches the lock file's time without changing a package.
function packagesMatchLock() {
  const present = lockedPackages('node_modules/.package-lock.json');
  const wanted = lockedPackages('package-lock.json');
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || present[path]?.integrity === entry.integrity,
  );
}

function lockedPackages(file) {
  const path = join(root, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : {};
}

// npm is a script of Node's own installation; calling it through node needs no shell on any system.
function npm(args) {
  const beside = join(dirname(process.execPath), 'node_modules/npm/bin/npm-cli.js');
  const above = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js');
  const script = [process.env.npm_execpath, beside, above].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path));
  const [command, first] = script ? [process.execPath, [script]] : ['npm', []];
  return run(command, [...first, ...args]);
}

// The compiler never deletes: a removed command would live on in dist and in the manifest.
function removeStaleOutput(folder) {
  if (!existsSync(folder)) return;
  for (const path of readdirSync(folder, { recursive: true })) {
    const source = join(root, 'src', path.replace(/\.js(\.map)?$/, '.ts'));
    if (/\.js(\.map)?$/.test(path) && !existsSync(source)) rmSync(join(folder, path));
  }
}

async function listCommands() {
  const commands = join(root, 'dist/commands');
  const some = existsSync(commands) && readdirSync(commands, { recursive: true }).some((path) => path.endsWith('.js'));
  if (some) return runTool('oclif/bin/run.js', ['manifest'], { OCLIF_SKIP_NEW_VERSION_CHECK: '1' });
  rmSync(join(root, 'oclif.manifest.json'), { force: true });
  return true;
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  process.exitCode = (await installPackages()) && (await build()) ? 0 : 1;
}
