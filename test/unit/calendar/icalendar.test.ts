import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapedText, foldedLine, writeICalendar, type CalendarEvent } from '#calendar/icalendar.js';

const event: CalendarEvent = { uid: 'staff-check-2026-05-29@office', from: '2026-05-29', to: '2026-05-29', summary: '自查，签字', description: '涉密人员\n公开做法; 见, 制度', remindOn: '2026-05-25' };
const written = (...events: readonly CalendarEvent[]): string => writeICalendar(events, { name: '东湖区示例局 2026', at: '2026-11-24T02:00:00.000Z' });

describe('a calendar file', () => {
  it('is RFC 5545: whole days with the day after as the end, one line break, a stamp', () => {
    const text = written(event);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text).toContain('UID:staff-check-2026-05-29@office\r\nDTSTAMP:20261124T020000Z\r\nDTSTART;VALUE=DATE:20260529\r\nDTEND;VALUE=DATE:20260530\r\n');
  });

  it('reminds at nine in the morning of its day', () => {
    expect(written(event)).toContain('TRIGGER:-PT87H');
    expect(written({ ...event, remindOn: event.from })).toContain('TRIGGER:PT9H');
    expect(written({ uid: 'a@b', from: '2026-12-01', to: '2026-12-31', summary: '清退', description: '' })).not.toMatch(/VALARM|DESCRIPTION/);
  });

  it('ends a year and a month on the next one', () => {
    expect(written({ ...event, from: '2026-12-01', to: '2026-12-31' })).toContain('DTEND;VALUE=DATE:20270101');
  });

  it('escapes what has a meaning, and leaves out what would break the line', () => {
    expect(escapedText('a,b;c\\d\r\ne\u0007')).toBe('a\\,b\\;c\\\\d\\ne');
  });
});

describe('folding', () => {
  it('keeps every line within 75 octets, cuts no character, and unfolds to what it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('保', '密', '😀', 'a', ' ', ',', 'é'), maxLength: 300 }), (text) => {
        const folded = foldedLine(`SUMMARY:${text}`);
        const lines = folded.split('\r\n');
        expect(lines.every((line) => Buffer.byteLength(line) <= 75 && !line.includes('\ufffd'))).toBe(true);
        expect(lines.slice(1).every((line) => line.startsWith(' '))).toBe(true);
        expect(folded.replaceAll('\r\n ', '')).toBe(`SUMMARY:${text}`);
      }),
    );
  });

  it('leaves 75 octets alone and folds 76', () => {
    expect(foldedLine('a'.repeat(75))).toBe('a'.repeat(75));
    expect(foldedLine('a'.repeat(76))).toBe(`${'a'.repeat(75)}\r\n a`);
  });
});
