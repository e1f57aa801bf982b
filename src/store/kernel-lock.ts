import { createRequire } from 'node:module';

const exclusiveNonBlocking = 2 | 4;
let known: ((handle: number) => boolean) | null | undefined;

/** flock(2) of the C library, or undefined where the native part is not installed. */
export function kernelLock(): ((handle: number) => boolean) | undefined {
  known ??= load();
  return known ?? undefined;
}

interface Koffi {
  load(path: string): { func(declaration: string): (handle: number, operation: number) => number };
  errno(): number;
  readonly os: { readonly errno: Readonly<Record<string, number>> };
}

function load(): ((handle: number) => boolean) | null {
  try {
    const koffi = createRequire(import.meta.url)('koffi') as Koffi;
    const flock = koffi.load('libc.so.6').func('int flock(int fd, int op)');
    return (handle) => {
      if (flock(handle, exclusiveNonBlocking) === 0) return true;
      const errno = koffi.errno();
      if (errno === koffi.os.errno['EAGAIN'] || errno === koffi.os.errno['EINTR']) return false;
      throw new Error(`flock errno ${String(errno)}`);
    };
  } catch {
    // No native part, or no such library: the link lock takes over and doctor says so.
    return null;
  }
}
