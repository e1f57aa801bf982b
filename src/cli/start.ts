import { flush, run, Config } from '@oclif/core';
import { fileURLToPath } from 'node:url';
import { AppError } from '#domain/app-error.js';
import { sayIn } from '#messages/say.js';
import { asAppError } from './base-command.js';
import { describeError, errorLines } from './describe-error.js';
import { closest } from './closest.js';
import { flagsBehind } from './flags-behind.js';
import { safeLine } from './safe-line.js';
import { jsonAsked, languageOf } from './surroundings.js';

/** Runs the command line; errors from before a command exists are told here, in the same words and codes. */
export async function start(argv: readonly string[], programUrl: string): Promise<void> {
  try {
    await run([...flagsBehind(argv)], programUrl);
    await flush();
  } catch (error) {
    if ((error as { code?: string }).code === 'EEXIT') return;
    await tell(await withHint(asAppError(error), argv, programUrl), argv);
  }
}

async function tell(error: AppError, argv: readonly string[]): Promise<void> {
  const say = sayIn(languageOf(argv));
  const described = describeError(error, say);
  process.exitCode = described.exit;
  if (jsonAsked(argv)) process.stdout.write(`${JSON.stringify({ error: described }, null, 2)}\n`);
  else process.stderr.write(errorLines(described, say).map((line) => `${safeLine(line)}\n`).join(''));
  if (argv.includes('--debug')) process.stderr.write(`${error.stack ?? ''}\n`);
  await flush();
}

async function withHint(error: AppError, argv: readonly string[], programUrl: string): Promise<AppError> {
  if (error.code !== 'usage-unknown-command') return error;
  const { commandIDs } = await Config.load(fileURLToPath(programUrl));
  const words = [...flagsBehind(argv)].filter((each) => !each.startsWith('-'));
  // A known command with a word too many reaches us as an unknown command.
  const surplus = words.find((_, at) => at > 0 && commandIDs.includes(words.slice(0, at).join(':')));
  if (surplus !== undefined) return new AppError('usage-unexpected-argument', { name: surplus });
  const typed = words.slice(0, 2).join(' ');
  const meant = closest(typed, commandIDs.map((id) => id.replaceAll(':', ' ')));
  const hint = meant === undefined ? '' : sayIn(languageOf(argv))('label.did-you-mean', { name: meant });
  return new AppError('usage-unknown-command', { name: typed, hint });
}
