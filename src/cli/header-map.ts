import { AppError } from '#domain/app-error.js';

/** `HEADER=COLUMN` texts: which column a header of the unit's own sheet means; nothing after the sign leaves it out. */
export function headerMap(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.lastIndexOf('=');
      if (at < 1) throw new AppError('usage-invalid', { detail: `--map ${text}` });
      return [text.slice(0, at).trim(), text.slice(at + 1).trim()] as const;
    }),
  );
}
