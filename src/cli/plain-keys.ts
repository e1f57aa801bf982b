/** What was typed with a Chinese input method still on: full-width digits and letters as plain ones. */
export function plainKeys(text: string): string {
  return [...text.trim()].map((each) => (each >= '！' && each <= '～' ? String.fromCharCode((each.codePointAt(0) ?? 0) - 0xfee0) : each)).join('').replaceAll('。', '.').toLowerCase();
}
