import type { Host, Missed } from '#facts/host.js';

type Looks = Pick<Host, 'readFile' | 'list' | 'stat' | 'run' | 'system' | 'windows'>;

function machine(looks: Looks): Host {
  return { platform: 'linux', uid: 1000, now: () => '2026-11-20T08:00:00.000Z', ...looks };
}

function everywhere(missed: Missed): Host {
  const look = (): Promise<Missed> => Promise.resolve(missed);
  return machine({ readFile: look, list: look, stat: look, run: () => Promise.resolve({ kind: 'tool-missing' }), system: () => Promise.resolve({ kind: 'failed', detail: '' }), windows: () => Promise.resolve({ kind: 'failed', detail: '' }) });
}

/** Nothing is there: not a machine of this kind at all. */
export const emptyMachine = everywhere({ kind: 'absent' });

/** Everything may be there, but nothing may be seen. */
export const closedMachine = everywhere({ kind: 'denied' });

/** A disk that answers every look with an error. */
export const brokenMachine = everywhere({ kind: 'failed', detail: 'EIO' });

/** Nothing ever answers. */
export const hangingMachine = machine({ readFile: never, list: never, stat: never, run: never, system: never, windows: never });

/** Any question is an error of whoever asks; only the clock may be read. */
export const untouchableMachine = machine({ readFile: refuse, list: refuse, stat: refuse, run: refuse, system: refuse, windows: refuse });

const plainFile = { kind: 'stat', type: 'file', mode: 0o644, uid: 0, gid: 0, size: 10, mtimeMs: Date.parse('2026-11-01') } as const;

/** Everything is there, and every text in it is this one. */
export function machineFullOf(text: string): Host {
  return machine({
    readFile: (_, maxBytes = 512 * 1024) => Promise.resolve({ kind: 'text', text: text.slice(0, maxBytes), cut: text.length > maxBytes }),
    list: () => Promise.resolve({ kind: 'names', names: ['sda', 'dm-0', 'eth0', 'hci0', 'video0', 'rfkill0', 'site.conf', 'site.rules', 'site.list', 'site.sources', 'site.repo', 'site.sh', 'kern.log'] }),
    stat: () => Promise.resolve(plainFile),
    run: () => Promise.resolve({ kind: 'ran', exitCode: 0, stdout: text }),
    system: () => Promise.resolve({ kind: 'answer', value: text }),
    windows: () => Promise.resolve({ kind: 'parts', parts: {} }),
  });
}

export const garbage: Readonly<Record<string, string>> = {
  'random bytes': Array.from({ length: 4_000 }, (_, index) => String.fromCharCode((index * 2_654_435_761) % 256)).join(''),
  'NUL bytes': '\0'.repeat(4_000),
  'one line of 1 MB': 'a'.repeat(1024 * 1024),
  'ten lines without end': `${'key = value '.repeat(100_000)}\n`.repeat(10),
};

/** A host on which one look at one path ends so, and all others as before. */
export function except(host: Host, kind: 'readFile' | 'list' | 'stat', path: string, look: Missed | { readonly kind: 'text'; readonly text: string; readonly cut: boolean }): Host {
  const changed = { ...host, [kind]: (asked: string, maxBytes?: number) => (asked === path ? Promise.resolve(look) : (host[kind] as (asked: string, maxBytes?: number) => Promise<unknown>)(asked, maxBytes)) };
  return changed as Host;
}

/** One question that was put to a host. */
export interface Asked {
  readonly kind: 'readFile' | 'list' | 'stat' | 'run' | 'system';
  readonly about: string;
  readonly answer: string;
}

/** The same host, and every question that is put to it. */
export function spied(host: Host): { readonly host: Host; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const note = async <T extends { readonly kind: string }>(kind: Asked['kind'], about: string, look: Promise<T>): Promise<T> => {
    const answer = await look;
    asked.push({ kind, about, answer: answer.kind });
    return answer;
  };
  return {
    asked,
    host: {
      ...host,
      readFile: (path, maxBytes) => note('readFile', path, host.readFile(path, maxBytes)),
      list: (path) => note('list', path, host.list(path)),
      stat: (path) => note('stat', path, host.stat(path)),
      run: (tool, args) => note('run', [tool, ...args].join(' '), host.run(tool, args)),
      system: (question) => note('system', question, host.system(question)),
    },
  };
}

function never(): Promise<never> {
  return new Promise(() => undefined);
}

function refuse(): never {
  throw new Error('the machine was touched');
}
