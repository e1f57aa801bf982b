/** One whole-day event; days are `YYYY-MM-DD`, `to` is its last day. */
export interface CalendarEvent {
  /** The same for the same event in every export, so that importing again replaces it. */
  readonly uid: string;
  readonly from: string;
  readonly to: string;
  readonly summary: string;
  readonly description: string;
  /** A reminder on this day, before `to`. */
  readonly remindOn?: string;
}

const eol = '\r\n';

/** An iCalendar file (RFC 5545) of whole-day events, the same bytes for the same events and moment. */
export function writeICalendar(events: readonly CalendarEvent[], given: { readonly name: string; readonly at: string }): string {
  const stamp = `${given.at.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//zicha//calendar//ZH', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `X-WR-CALNAME:${escapedText(given.name)}`];
  const lines = [...head, ...events.flatMap((event) => eventLines(event, stamp)), 'END:VCALENDAR'];
  return lines.map((line) => `${foldedLine(line)}${eol}`).join('');
}

// DTEND is the day after the last: RFC 5545 3.6.1.
function eventLines({ uid, from, to, summary, description, remindOn }: CalendarEvent, stamp: string): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(uid)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${compact(from)}`,
    `DTEND;VALUE=DATE:${compact(dayAfter(to))}`,
    `SUMMARY:${escapedText(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${escapedText(description)}`]),
    'TRANSP:TRANSPARENT',
    ...(remindOn === undefined ? [] : alarmLines(remindOn, from, summary)),
    'END:VEVENT',
  ];
}

// Nine in the morning of that day, counted from the midnight at which the event begins.
function alarmLines(remindOn: string, from: string, summary: string): readonly string[] {
  const hours = 24 * Math.round((Date.parse(from) - Date.parse(remindOn)) / 86_400_000) - 9;
  return ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escapedText(summary)}`, `TRIGGER:${hours < 0 ? '' : '-'}PT${Math.abs(hours)}H`, 'END:VALARM'];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A text as a value: backslash, semicolon, comma and line break are escaped, other control characters left out. */
export function escapedText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\;,]/g, (mark) => `\\${mark}`)
    .replaceAll('\n', '\\n')
    .replace(/[\u0000-\u001f\u007f]/g, ''); // a control character would make the file invalid
}

const lineOctets = 75;

/** A content line in pieces of at most 75 octets; no character is cut in two. */
export function foldedLine(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > lineOctets) {
      pieces.push(piece);
      piece = ' ';
      octets = 1;
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join(eol);
}
