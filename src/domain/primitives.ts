import { z } from 'zod';

/** A calendar day, `YYYY-MM-DD`; compared as text. */
export const IsoDay = z.iso.date();
/** A moment with offset, e.g. `2026-11-23T08:15:00.000Z`. */
export const IsoInstant = z.iso.datetime({ offset: true });
export const Uuid = z.uuid();
/** SHA-256 in lower-case hexadecimal. */
export const Digest = z.string().regex(/^[0-9a-f]{64}$/);
/** Names that expressions can say: ASCII, at least two characters. */
export const Slug = z.string().regex(/^[a-z][A-Za-z0-9_-]{1,63}$/);
export const LocalText = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

export type LocalText = z.infer<typeof LocalText>;
