import type { Installation, Removal } from '#domain/installation.js';
import type { Say } from '#messages/say.js';
import { labelled } from '../labelled.js';

/** What was written, what is left to type, whether the agent runs, and the notice to be posted. */
export function installPage(installation: Installation, say: Say, width: number): string[] {
  const { kind, dryRun, files, text, commands, supervisor, detail, notice } = installation;
  const isForAdministrator = kind === 'systemd-system' || kind === 'windows-task';
  const isPrinted = dryRun || !files.some(({ part }) => part === 'entry');
  return [
    say(dryRun ? 'install.would-be' : 'install.done', { kind: say(`install-kind.${kind}`) }),
    ...(kind === 'windows-task' ? [say('install.windows-unverified')] : []),
    '',
    say(dryRun ? 'install.would-write' : 'install.wrote'),
    ...labelled(files.map(({ part, path }) => [say(`install-part.${part}`), path] as const), width, '  '),
    ...(isPrinted ? ['', say('install.entry-text'), ...text.trimEnd().split(/\r?\n/)] : []),
    ...(isForAdministrator ? ['', say('install.commands'), ...commands.map((command) => `  ${command}`)] : []),
    ...(supervisor === 'not-asked' ? [] : ['', say(`install-supervisor.${supervisor}`, { detail })]),
    '',
    say(dryRun ? 'install.notice-preview' : 'install.notice-follows'),
    '',
    ...notice.trimEnd().split('\n'),
  ];
}

/** What was removed, what was left, what is left to type. */
export function removalPage({ kind, removed, kept, commands, stoppedPid }: Removal, say: Say): string[] {
  return [
    say('uninstall.done', { kind: say(`install-kind.${kind}`) }),
    ...(stoppedPid === null ? [] : [say('stop.done', { pid: stoppedPid })]),
    ...(removed.length === 0 ? [] : ['', say('uninstall.removed'), ...removed.map((path) => `  ${path}`)]),
    ...(kept.length === 0 ? [] : ['', say('uninstall.kept'), ...kept.map((path) => `  ${path}`)]),
    ...(commands.length === 0 ? [] : ['', say('uninstall.commands'), ...commands.map((command) => `  ${command}`)]),
  ];
}
