import { AppError } from '#domain/app-error.js';

/** Refuses a text for which its record has no room. */
export function refuseLong(flag: string, text: string | undefined, limit: number): void {
  if (text !== undefined && text.length > limit) throw new AppError('evidence-text-too-long', { flag, limit });
}
