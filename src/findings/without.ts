/** The same without these fields. */
export function without<T extends object, K extends keyof T>(whole: T, ...keys: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => !(keys as readonly string[]).includes(key))) as Omit<T, K>;
}
