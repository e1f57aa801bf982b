import { CsvError, parse } from 'csv-parse/sync';
import { AppError, type Problem } from '#domain/app-error.js';
import { decodeCsv } from './decode-csv.js';
import { gridOfRecords, isBlankCell, type Grid } from './sheet-grid.js';

const limits = { bytes: 10 * 1024 * 1024, recordCharacters: 1_000_000 };

/** A CSV file as rows of cells; one without any content is refused. */
export function gridOfCsv(bytes: Uint8Array, file: string): Grid {
  if (bytes.length > limits.bytes) throw new AppError('file-too-large', { file, bytes: bytes.length, limit: limits.bytes });
  const grid = gridOfRecords(recordsOf(decodeCsv(bytes, file), file));
  if (grid.rows.every(({ cells }) => cells.every(isBlankCell))) throw refused(file, { code: 'csv-no-header', params: { line: 1 } });
  return grid;
}

function refused(file: string, problem: Problem): AppError {
  return new AppError('register-file-invalid', { file, count: 1 }, { problems: [problem] });
}

function recordsOf(text: string, file: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const options = {
    bom: true,
    relax_column_count: true,
    info: true,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.recordCharacters,
  };
  try {
    const parsed = parse(text, options) as unknown as { readonly record: string[]; readonly info: { readonly lines: number } }[];
    // The reader tells the line a record ends on; a person looks for the one it begins on.
    return parsed.map(({ record }, index) => ({ line: (parsed[index - 1]?.info.lines ?? 0) + 1, cells: record }));
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    throw refused(file, { code: 'csv-syntax', params: { line: (cause as { lines?: number }).lines ?? 1, detail: cause.code } });
  }
}
