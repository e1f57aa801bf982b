import { markOf, refusePath, runWords, type Entry } from './entry.js';

export const desktopName = 'zicha-agent.desktop';

/** How the desktop lists the entry. */
export interface EntryWords {
  readonly name: string;
  readonly comment: string;
}

/** An autostart entry that every desktop of the XDG specification reads; the user sees it in the list of start-up programs. */
export function desktopAutostart(entry: Entry, { name, comment }: EntryWords): string {
  const lines = [
    `# ${markOf(entry.folder)}`,
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    `Name=${valueText(name)}`,
    `Comment=${valueText(comment)}`,
    `Exec=${valueText([entry.node, entry.script, ...runWords(entry)].map(execWord).join(' '))}`,
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
  ];
  return `${lines.join('\n')}\n`;
}

// First the rule of Exec: quoted, with backslashes before the four characters that live on inside quotes; `%%` is one per cent sign.
function execWord(word: string, index: number): string {
  refusePath(word, !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(word) && (index > 0 || !/[="]/.test(word)), 'desktop');
  return `"${word.replace(/[\\"`$]/g, '\\$&').replaceAll('%', '%%')}"`;
}

// Then the rule of all values, which is undone first.
function valueText(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
}
