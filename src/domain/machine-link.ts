import { z } from 'zod';
import { Uuid } from './primitives.js';

/** Which row of the computer book this device is. */
export const MachineLink = z.strictObject({ deviceId: Uuid, register: z.string(), rowId: Uuid });
export type MachineLink = z.infer<typeof MachineLink>;
