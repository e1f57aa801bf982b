/** How an expression says the id of a book: `crypto-counts` is `register.crypto_counts`; ids have no underscore of their own. */
export function saidName(register: string): string {
  return register.replaceAll('-', '_');
}

/** The id behind a name in an expression. */
export function registerSaid(name: string): string {
  return name.replaceAll('_', '-');
}
