import { z } from 'zod';
import type { Host } from '../host.js';
import { pastDay } from '../look.js';

/** A number in the registry; null where there is none. */
export const Dword = z.int().nullable();

/** A setting that some versions write as a number and others as a text. */
export const Loose = z.union([z.string(), z.int()]).nullable();

export const Count = z.int().nonnegative();

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const MaybeDay = Day.nullable();

/** A day that has been; one that lies ahead says that a clock or a date was read wrongly. */
export function dayIn(host: Host, day: string, what: string): string {
  return pastDay(host, Date.parse(day), what);
}

/** One value, or several, of a registry key, as the list of sources says it. */
export function registry(key: string, ...values: readonly string[]): string {
  return `${key} / ${values.join(', ')}`;
}

export const currentVersion = 'HKLM:\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
export const systemPolicies = 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Policies\\System';
export const control = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control';
export const driverKeys = 'HKLM:\\SYSTEM\\CurrentControlSet\\Services';
export const deviceKeys = 'HKLM:\\SYSTEM\\CurrentControlSet\\Enum';
