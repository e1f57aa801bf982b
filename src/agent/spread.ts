import { createHash } from 'node:crypto';

/** 0 … 1 for a text on this device: the same each time, different from machine to machine. */
export function spreadOf(deviceId: string): (text: string) => number {
  return (text) => createHash('sha256').update(`${deviceId} ${text}`).digest().readUInt32BE(0) / 0x1_0000_0000;
}
