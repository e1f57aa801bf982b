const formats = new Map<string, Intl.DateTimeFormat>();

/** `YYYY-MM-DDTHH:MM` on the wall clock of `zone` at a moment. */
export function localTime(instant: string | Date, zone: string): string {
  let format = formats.get(zone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });
    formats.set(zone, format);
  }
  return format.format(typeof instant === 'string' ? new Date(instant) : instant).replace(' ', 'T');
}

export function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // the platform's own list of zones is the only judge
  }
}
