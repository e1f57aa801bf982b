import { AppError } from '../../src/domain/app-error.js';
import { storeErrors } from '../../src/domain/error-codes/store.js';
import { canonicalJson } from '../../src/store/canonical-json.js';
import { createStore } from '../../src/store/create-store.js';
import { tryEpochLock } from '../../src/store/epoch-lock.js';
import { openStore, type OpenOptions } from '../../src/store/store.js';
import type { StoreFs } from '../../src/store/store-fs.js';
import { failingDisk, faultsFor, type Call, type Fault } from '../fixtures/store/failing-disk.js';
import { memoryDisk, type MemoryDisk } from '../fixtures/store/memory-disk.js';
import { genesis, request, rowAndAssessment, rowAndCounter } from '../fixtures/store/office.js';

export const folder = '/office';

/** Something the office does with its records, on a disk that may fail. */
export interface Deed {
  readonly name: string;
  /** The disk before. */
  readonly disk: () => Promise<MemoryDisk>;
  /** Says `done` after each step that was acknowledged. */
  readonly run: (io: StoreFs, done: () => Promise<void>) => Promise<unknown>;
  /** A refusal may come after the records were there: of a repair, or of the first opening. */
  readonly mayBeThere?: boolean;
}

/** What went wrong with one fault. */
export type Complaint = string;

export const options = (io: StoreFs): OpenOptions => ({
  io,
  lock: tryEpochLock,
  patience: 1,
  limits: { segmentBytes: 1500, snapshotFrames: 3 },
});
const nobodyElse: NonNullable<OpenOptions['lock']> = () => ({ release: () => undefined });

/** A run without faults: the calls it made, and the records before it and after each step. */
export interface Rehearsal {
  readonly before: MemoryDisk;
  readonly states: readonly string[];
  readonly calls: readonly Call[];
}

export async function rehearse(deed: Deed): Promise<Rehearsal> {
  const before = await deed.disk();
  const disk = before.copy();
  const states = [await recordsOn(disk)];
  const { io, calls } = failingDisk(disk.io);
  await deed.run(io, async () => void states.push(await recordsOn(disk)));
  return { before, states, calls: [...calls] };
}

/** Every fault in every call of the deed; complaints about what was found afterwards. */
export async function tryAllFaults(
  deed: Deed,
  rehearsal: Rehearsal,
): Promise<{ readonly tried: number; readonly complaints: readonly Complaint[] }> {
  const complaints: Complaint[] = [];
  const faults = faultsFor(rehearsal.calls);
  for (const fault of faults) {
    const found = await tryFault(deed, fault, rehearsal);
    const call = `call ${String(fault.at)} (${String(rehearsal.calls[fault.at - 1])})`;
    const where = `${deed.name}: ${call} ${fault.manner} ${fault.errno}${fault.isLasting === true ? ' from then on' : ''}`;
    complaints.push(...found.map((complaint) => `${where}: ${complaint}`));
  }
  return { tried: faults.length, complaints };
}

async function tryFault(deed: Deed, fault: Fault, { before, states }: Rehearsal): Promise<readonly Complaint[]> {
  const disk = before.copy();
  const { io, hasStruck } = failingDisk(disk.io, fault);
  let steps = 0;
  const failure = await failureOf(() => deed.run(io, async () => void (steps += 1)));
  if (!hasStruck()) return ['the fault never struck'];
  const isOpen = failure !== undefined && (deed.mayBeThere === true || codeOf(failure) === 'store-write-uncertain');
  const allowed = states.slice(steps, isOpen ? steps + 2 : steps + 1);
  const found = await judge(disk.copy(), allowed, fault.isLasting !== true);
  disk.cutPower('nothing');
  const afterCut = await judge(disk, allowed, false);
  const strange = failure === undefined || isDocumented(failure) ? [] : [`not one of the store's own refusals: ${String(failure)}`];
  return [...strange, ...found, ...afterCut.map((complaint) => `after a power cut, ${complaint}`)].map(
    (text) => `${text} [${codeOf(failure)}]`,
  );
}

async function failureOf(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error;
  }
}

function codeOf(failure: unknown): string {
  return failure instanceof AppError ? failure.code : failure === undefined ? 'done' : 'no code';
}

/** True for the refusals the office is told about; damage is none of them, for a failed call damages nothing. */
export function isDocumented(error: unknown): boolean {
  return error instanceof AppError && error.code in storeErrors && storeErrors[error.code as keyof typeof storeErrors] === 'notReady';
}

// The same program goes on with a disk that works again, so the lock must be free; after a lasting fault the next program does.
async function judge(disk: MemoryDisk, allowed: readonly string[], isSameProgram: boolean): Promise<readonly Complaint[]> {
  try {
    const found = await recordsOn(disk);
    if (!allowed.includes(found)) return [`not the records that were promised: ${found.slice(-200)}`];
    if (found === noRecords) return [];
    const store = await openStore(folder, { ...options(disk.io), ...(isSameProgram ? {} : { lock: nobodyElse }) });
    await store.transact(request(90), () => rowAndCounter(90));
    await store.close();
    return store.verify({ deep: true }).problems.map(({ code }) => `verify found ${code}`);
  } catch (error) {
    return [`afterwards: ${error instanceof AppError ? `${error.code} ${JSON.stringify(error.params)}` : String(error)}`];
  }
}

export const noRecords = 'no records';

/** Everything that can be read back, as one text. */
export async function recordsOn({ io }: Pick<MemoryDisk, 'io'>): Promise<string> {
  if (io.entry(`${folder}/journal`) === undefined) return noRecords;
  const store = await openStore(folder, { io, readOnly: true });
  const set = store.read();
  const bodies = Object.values(set.assessments).map(({ document }) => store.readDocument(document));
  const files = Object.values(set.evidence).map(({ digest, purged }) => (purged === undefined ? store.readFile(digest).toString('base64') : 'purged'));
  return canonicalJson({ set, bodies, files });
}

/** A store of `records` records, one body among them. */
export async function startedDisk(records: number, disk = memoryDisk()): Promise<MemoryDisk> {
  disk.io.mkdir(folder);
  await createStore(folder, { ...genesis, io: disk.io, lock: tryEpochLock });
  const store = await openStore(folder, options(disk.io));
  for (let n = 1; n <= records; n += 1) await store.transact(request(n), () => (n === 2 ? rowAndAssessment(n) : rowAndCounter(n)));
  return disk.copy();
}
