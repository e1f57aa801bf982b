import { describe, expect, it } from 'vitest';
import { isZone, localTime } from '#calendar/local-time.js';

describe('the wall clock of a zone', () => {
  it.each([
    ['Asia/Shanghai', '2026-11-24T12:30'],
    ['Asia/Urumqi', '2026-11-24T10:30'],
    ['America/New_York', '2026-11-23T23:30'],
  ])('in %s it is %s', (zone, local) => {
    expect(localTime('2026-11-24T04:30:00.000Z', zone)).toBe(local);
    expect(localTime(new Date('2026-11-24T04:30:00.000Z'), zone)).toBe(local);
  });

  it('midnight is hour 00 of the new day', () => {
    expect(localTime('2026-12-31T16:00:00.000Z', 'Asia/Shanghai')).toBe('2027-01-01T00:00');
  });

  it.each(['Asia/Shanghai', 'Asia/Urumqi', 'Asia/Hong_Kong', 'UTC'])('%s is a zone', (zone) => {
    expect(isZone(zone)).toBe(true);
  });

  it.each(['', 'Beijing', 'Asia/Peking', 'GMT+8', 'Asia/Shanghai '])('"%s" is none', (zone) => {
    expect(isZone(zone)).toBe(false);
  });
});
