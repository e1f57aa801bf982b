import type { FailReason } from '#domain/slot.js';

/** How a job's own program ended. */
export type ChildEnd = { readonly kind: 'done' } | { readonly kind: 'failed'; readonly reason: FailReason } | { readonly kind: 'stopped' };

export interface ChildTask {
  readonly slotId: string;
  readonly attemptId: string;
  readonly limitMs: number;
  /** False where the disk is nearly full: the check is kept, the paper is not printed. */
  readonly paper: boolean;
}

/** Everything the night watch needs of the machine; tests put another clock and other children here. */
export interface World {
  /** Moment on the wall clock. */
  now(): string;
  /** Milliseconds since the machine started, sleep included; never steps. */
  uptime(): number;
  newId(): string;
  /** Free bytes where the records lie. */
  diskFree(): number;
  runChild(task: ChildTask): Promise<ChildEnd>;
  /** One line into the agent's own log: a code and numbers, never what records say. */
  log(code: string, text?: string): void;
}
