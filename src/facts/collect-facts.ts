import type { Fact, FactSet, UnavailableReason } from '#domain/fact.js';
import type { Host } from './host.js';
import { isUnseen, type Probe, type Unseen } from './probe.js';
import { onWindows } from './windows/readers.js';

export interface Collection {
  readonly host: Host;
  readonly probes: readonly Probe[];
  readonly needed: readonly string[];
  readonly mode: 'non-classified' | 'classified';
  readonly onProgress?: (done: number, total: number) => void;
  readonly limits?: CollectionLimits;
}

/** Milliseconds: one probe, and the whole run. */
export interface CollectionLimits {
  readonly probeMs: number;
  readonly runMs: number;
}

const usual: CollectionLimits = { probeMs: 5_000, runMs: 60_000 };
const abreast = 4;

/** Runs the needed probes, a few at a time; each ends as observed or unavailable, whatever it does. */
export async function collectFacts(collection: Collection): Promise<FactSet> {
  const { host, probes, needed, mode, onProgress, limits = usual } = collection;
  const wanted = probes.filter((probe) => needed.includes(probe.id));
  const queue = host.platform === 'win32' ? wanted.map(onWindows) : wanted;
  const facts: Record<string, Fact> = {};
  const deadline = performance.now() + limits.runMs;
  // One script answers for all of them and has a limit of its own, so it is waited for before any probe's time begins.
  if (host.platform === 'win32' && mode !== 'classified' && queue.length > 0) await atMost(limits.runMs, host.windows());
  let next = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (let probe = queue[next]; probe !== undefined; probe = queue[next]) {
      next += 1;
      facts[probe.id] = mode === 'classified' ? missed(probe, host, 'classified-machine') : await ask(probe, host, limits, deadline);
      done += 1;
      onProgress?.(done, queue.length);
    }
  };
  await Promise.all(Array.from({ length: abreast }, worker));
  return Object.fromEntries(Object.entries(facts).sort(([left], [right]) => left.localeCompare(right)));
}

/** Waits for the work to end, well or badly, but not longer than this. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise((resolve) => { timer = setTimeout(resolve, ms); });
  try {
    await Promise.race([work, late]);
  } catch {
    // Each probe asks again and tells why.
  } finally {
    clearTimeout(timer);
  }
}

async function ask(probe: Probe, host: Host, limits: CollectionLimits, deadline: number): Promise<Fact> {
  const left = deadline - performance.now();
  // A timer may ring a part of a millisecond early.
  if (left < 1) return missed(probe, host, 'budget-spent');
  const allowed = Math.min(limits.probeMs, left);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Fact>((resolve) => {
    timer = setTimeout(() => { resolve(missed(probe, host, allowed < limits.probeMs ? 'budget-spent' : 'timed-out')); }, allowed);
  });
  try {
    return await Promise.race([answer(probe, host), late]);
  } finally {
    clearTimeout(timer);
  }
}

async function answer(probe: Probe, host: Host): Promise<Fact> {
  try {
    const checked = probe.schema.safeParse(await probe.run(host));
    // A probe that answers in another shape than it promised has not answered.
    if (!checked.success) return missed(probe, host, 'crashed', checked.error.issues[0]?.path.join('.') ?? '');
    return { status: 'observed', value: checked.data, sources: [...probe.sources], readAt: host.now() };
  } catch (error) {
    if (isUnseen(error)) return missed(probe, host, error.unseen, placed(probe, error));
    return missed(probe, host, 'crashed', error instanceof Error ? error.name : '');
  }
}

// A file may be named after a person or a network: of a path only those parts are told that the probe declares itself.
function placed(probe: Probe, { path, detail }: Unseen): string {
  if (path === undefined) return detail;
  const parts = path.split('/');
  const known = Math.max(1, ...probe.sources.map((source) => sharedParts(parts, source.replace(/ \([^()]*\)$/, '').split('/'))));
  return `${[...parts.slice(0, known), ...(known < parts.length ? ['*'] : [])].join('/')} ${detail}`.trim();
}

function sharedParts(parts: readonly string[], declared: readonly string[]): number {
  const differing = parts.findIndex((part, index) => part !== declared[index]);
  return differing < 0 ? parts.length : differing;
}

function missed(probe: Probe, host: Host, reason: UnavailableReason, detail = ''): Fact {
  return { status: 'unavailable', reason, ...(detail === '' ? {} : { detail: detail.slice(0, 300) }), sources: [...probe.sources], readAt: host.now() };
}
