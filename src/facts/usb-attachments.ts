import type { KernelLine } from './kernel-log.js';

/** USB storage plugged in, as the kernel told of it. */
export interface Attachment {
  readonly day: string;
  /** As the device gave it; absent where it gave none. */
  readonly serial?: string;
}

const announced = /\busb ([\d.-]+): New USB device found/;
const numbered = /\busb ([\d.-]+): SerialNumber: (\S.*)$/;
const byPort = /\busb-storage ([\d.-]+):[\d.]+: USB Mass Storage device detected/;
const faster = /\bscsi host\d+: uas\b/;

/** Each time storage was plugged in; the kernel names a device's serial number a moment before it finds out that it is storage. */
export function attachments(lines: readonly KernelLine[]): readonly Attachment[] {
  const serials = new Map<string, string>();
  let last = '';
  return lines.flatMap(({ day, text }) => {
    const [, port] = announced.exec(text) ?? [];
    // Another device in the same socket must not inherit the number of the one before.
    if (port !== undefined) serials.delete((last = port));
    const [, owner, serial] = numbered.exec(text) ?? [];
    if (owner !== undefined && serial !== undefined) serials.set((last = owner), serial.trim());
    const socket = byPort.exec(text)?.[1] ?? (faster.test(text) ? last : undefined);
    return socket === undefined ? [] : [attachment(day, serials.get(socket))];
  });
}

function attachment(day: string, serial: string | undefined): Attachment {
  return serial === undefined ? { day } : { day, serial };
}
