import type { Host } from './host.js';
import { missedLook, namesIn } from './look.js';
import { unseen } from './probe.js';

const folder = '/sys/firmware/efi/efivars';
const owner = '8be4df61-93ca-11d2-aa0d-00e098032b8c';
const mostBytes = 16 * 1024;

/** What `bootEntries` looks at. */
export const bootEntrySources: readonly string[] = [`${folder}/* (names)`, `${folder}/BootOrder-${owner} (order of numbers)`, `${folder}/Boot*-${owner} (kinds of start counted)`];

/** One way of starting that is switched on in the firmware. */
export interface BootEntry {
  readonly kind: 'usb' | 'network' | 'other' | 'unknown';
  /** Folder of the system below \EFI, in small letters, where it names one. */
  readonly system: string | undefined;
}

/** Ways of starting in the order in which the firmware tries them; undefined where it shows no variables. */
export async function bootEntries(host: Host): Promise<readonly BootEntry[] | undefined> {
  const names = await namesIn(host, folder);
  if (names.length === 0) return undefined;
  const order = await variable(host, `BootOrder-${owner}`, names);
  if (order === undefined || order.length % 2 !== 0) throw unseen('not-found', 'BootOrder');
  // A byte beyond ASCII was lost on the way, and with it a number.
  if (foreign.test(order)) throw unseen('unsupported', 'BootOrder');
  const numbers = Array.from({ length: order.length / 2 }, (_, index) => numberAt(order, index * 2).toString(16).toUpperCase().padStart(4, '0'));
  const options = await Promise.all(numbers.map((number) => variable(host, `Boot${number}-${owner}`, names)));
  // A number without a variable is passed over by the firmware.
  return options.flatMap((option) => (option === undefined ? [] : entriesFrom(option)));
}

const foreign = /[^\0-\u007f]/;
const active = 1;
const category = 0x1f00;

// Each variable begins with its four bytes of attributes.
async function variable(host: Host, name: string, names: readonly string[]): Promise<string | undefined> {
  if (!names.includes(name)) return undefined;
  const path = `${folder}/${name}`;
  const look = await host.readFile(path, mostBytes);
  if (look.kind === 'absent') return undefined;
  if (look.kind !== 'text') throw missedLook(look, path);
  if (look.cut || !/^\u0007\0\0\0/.test(look.text)) throw unseen('crashed', 'not a boot variable', path);
  return look.text.slice(4);
}

// Four bytes of flags, two of length, a title of two bytes a letter, then the path. Only letters of ASCII and the small numbers of the path's nodes survive the reading as text.
function entriesFrom(option: string): readonly BootEntry[] {
  const flags = numberAt(option, 0);
  // Switched off, or a program of the firmware rather than a system.
  if ((flags & active) === 0 || (flags & category) !== 0) return [];
  const end = titleEnd(option);
  return [{ kind: kindOf(option.slice(6, end).replaceAll('\0', ''), option), system: systemIn(option) }];
}

function titleEnd(option: string): number {
  for (let at = 6; at < option.length; at += 2) if (option.startsWith('\0\0', at)) return at;
  throw unseen('crashed', 'a boot entry has no title');
}

// Nodes of the path: USB, and the kinds of network; the older way of the firmware names its device by a number.
const usbNode = /\u0003\u0005\u0006\0|\u0005\u0001[^]{2}\u0005\0/;
const networkNode = /\u0003\u000b\u0025\0|\u0003\u000c[\u0013\u001b]\0|\u0003\u000d[\u002b\u003c]\0|\u0005\u0001[^]{2}\u0006\0/;
const diskNode = /\u0004\u0001\u002a\0|\u0003\u0012\u000a\0|\u0003\u0017\u0010\0|\u0005\u0001[^]{2}[\u0002\u0003]\0/;

// Looked for in the whole entry: where a title in another script ends cannot be told for sure.
function kindOf(title: string, entry: string): BootEntry['kind'] {
  if (usbNode.test(entry) || /\busb\b/i.test(title)) return 'usb';
  if (networkNode.test(entry) || /\b(pxe|ipv[46]|network|lan|http boot)\b/i.test(title)) return 'network';
  // A title in another script, and nothing known in the path: it may be anything.
  return foreign.test(title) && !diskNode.test(entry) ? 'unknown' : 'other';
}

function systemIn(entry: string): string | undefined {
  return /\\EFI\\([^\\]+)\\/i.exec(entry.replaceAll('\0', ''))?.[1]?.toLowerCase();
}

function numberAt(text: string, at: number): number {
  return text.charCodeAt(at) + 256 * text.charCodeAt(at + 1);
}
