import type { ErrorCode } from '#domain/app-error.js';
import { en } from './en.js';
import { zhCn, type MessageKey } from './zh-cn.js';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];
export type MessageParams = Readonly<Record<string, string | number>>;
export type Say = (key: MessageKey, params?: MessageParams) => string;

/** Every error code has its sentence and its cure in the catalogue, or this does not compile. */
type ErrorWords = `error.${ErrorCode}` | `error.${ErrorCode}.cure`;
const catalogues = {
  'zh-CN': zhCn satisfies Record<ErrorWords, string>,
  en,
} as const satisfies Record<Language, Record<MessageKey, string>>;

/** The speaker of one language: `{name}` in a sentence is filled from the parameters. */
export function sayIn(language: Language): Say {
  const catalogue: Record<MessageKey, string> = catalogues[language];
  return (key, params = {}) => catalogue[key].replace(/\{(\w+)\}/g, (blank, name: string) => String(params[name] ?? blank));
}
