import { z } from 'zod';
import { AppError } from '#domain/app-error.js';
import { MachineMode, NetworkClass, type StoreIdentity } from '#domain/identity.js';
import { readText } from '#catalog/read-yaml.js';
import { createStore } from '#store/create-store.js';
import { claimed, type Desk } from './desk.js';

/** The answers to the questions of `init`; also the format of `--from FILE`. */
export const InitAnswers = z.strictObject({
  unit: z.string().trim().min(2).max(60),
  unitCode: z.string().max(40).optional(),
  mode: MachineMode.default('non-classified'),
  network: NetworkClass.default('internal'),
  scope: z.enum(['unit', 'department', 'machine']).default('unit'),
  officer: z.string().trim().min(1).max(60).optional(),
  /** Secrecy business the unit has; a kind that is left out counts as had. */
  has: z
    .strictObject({
      hasPersonnel: z.boolean(),
      hasPlaces: z.boolean(),
      hasClassifiedComputers: z.boolean(),
      hasCryptography: z.boolean(),
      hasProcurement: z.boolean(),
    })
    .partial()
    .default({}),
});
export type InitAnswers = z.infer<typeof InitAnswers>;

const limitBytes = 64 * 1024;

/** Sets up the records of a unit: genesis frame and folders, or nothing at all. */
export async function initUnit(desk: Desk, answers: InitAnswers, demo = false): Promise<StoreIdentity> {
  const at = desk.door.now();
  const { unit, unitCode, mode, network, scope, officer, has } = answers;
  const identity: StoreIdentity = {
    storeId: desk.door.newId(),
    deviceId: desk.door.newId(),
    unit,
    ...(unitCode === undefined ? {} : { unitCode }),
    mode,
    network,
    scope,
    ...(officer === undefined ? {} : { officer }),
    has: Object.fromEntries(Object.entries(has).filter(([, value]) => value !== undefined)) as Record<string, boolean>,
    demo,
    format: 1,
    toolVersion: desk.program.version,
    createdAt: at,
  };
  const store = await createStore(desk.folder, { identity, actor: claimed(officer ?? desk.say('actor.unnamed')), now: at });
  await store.close();
  return identity;
}

/** Answers from a JSON file, for many machines at once. */
export function readInitAnswers(file: string): InitAnswers {
  const text = readText(file, limitBytes);
  try {
    return InitAnswers.parse(JSON.parse(text));
  } catch (cause) {
    const detail = cause instanceof z.ZodError ? (cause.issues[0]?.path.join('.') ?? '') || (cause.issues[0]?.message ?? '') : 'JSON';
    throw new AppError('init-invalid-answers', { file, detail }, { cause });
  }
}
