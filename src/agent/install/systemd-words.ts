import { refusePath } from './entry.js';

// systemd reads C escapes inside double quotes; %% and $$ keep specifiers and variables from being filled in.
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '%': '%%', $: '$$' };
const control = /[\u0000-\u001f\u007f]/;

/** The program of ExecStart: systemd takes `$` literally there and refuses quotes and backslashes. */
export function programWord(path: string): string {
  refusePath(path, path.startsWith('/') && !control.test(path) && !/['"\\]/.test(path), 'systemd');
  return `"${path.replaceAll('%', '%%')}"`;
}

/** One argument of ExecStart. */
export function argumentWord(word: string): string {
  refusePath(word, !word.includes('\u0000'), 'systemd');
  return `"${word.replace(/[\\"%$\u0000-\u001f\u007f]/g, (character) => escapes[character] ?? hex(character))}"`;
}

/** One path of ReadWritePaths: backslashes are literal there, so a quote can only stand inside the other kind of quotes. Prefix `-`: it may be missing. */
export function pathWord(path: string, prefix = ''): string {
  const quote = path.includes('"') ? "'" : '"';
  refusePath(path, path.startsWith('/') && !control.test(path) && !path.includes(quote), 'systemd');
  return `${quote}${prefix}${path.replaceAll('%', '%%')}${quote}`;
}

function hex(character: string): string {
  return `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
}
