import { zipSync, type ZipOptions } from 'fflate';

/** A file of a packed folder. */
export interface PackedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Packs files into a ZIP; the same files at the same moment give the same bytes. Pictures and PDFs gain nothing by squeezing, so nothing is squeezed. */
export function zipOf(files: readonly PackedFile[], at: string): Uint8Array {
  const options: ZipOptions = { level: 0, mtime: new Date(at), os: 3, attrs: 0o100600 << 16 };
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, [bytes, options]])));
}
