import type { StoreFs } from '../../src/store/store-fs.js';

/** A disk whose program dies at its n-th call: nothing reaches the disk afterwards, the write it died in may have got half-way. */
export function mortalDisk(io: StoreFs, calls: number): { readonly io: StoreFs; readonly hasDied: () => boolean } {
  let left = calls;
  const mortal = (name: keyof StoreFs): unknown => {
    const call = io[name] as (...args: readonly unknown[]) => unknown;
    return (...args: readonly unknown[]): unknown => {
      left -= 1;
      if (left > 0) return call(...args);
      if (left === 0 && name === 'write') call(...args.with(3, Math.floor((args[3] as number) / 2)));
      throw new Error('this program has ended');
    };
  };
  return {
    io: Object.fromEntries((Object.keys(io) as (keyof StoreFs)[]).map((name) => [name, mortal(name)])) as unknown as StoreFs,
    hasDied: () => left <= 0,
  };
}

/** Dies at each call of `deed` in turn, on a fresh disk each time, and asks what is left; answers with how often it died. */
export async function dieAtEveryCall<D extends { readonly io: StoreFs }>(
  disk: () => D,
  deed: (io: StoreFs) => Promise<unknown>,
  look: (disk: D, moment: number) => Promise<void>,
): Promise<number> {
  for (let moment = 1; ; moment += 1) {
    const each = disk();
    const { io, hasDied } = mortalDisk(each.io, moment);
    const failure = await deed(io).then(
      () => undefined,
      (error: unknown) => error,
    );
    if (!hasDied()) {
      if (failure !== undefined) throw failure;
      return moment - 1;
    }
    await look(each, moment);
  }
}
