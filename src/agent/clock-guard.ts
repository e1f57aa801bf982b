/** The wall clock and the time since start, read together. */
export interface ClockReading {
  readonly wallMs: number;
  readonly uptimeMs: number;
}

const tolerance = 5_000;

/** Seconds by which the wall clock was set between two readings; 0 while both run alike. Sleep is no step. */
export function clockStep(before: ClockReading, after: ClockReading): number {
  const drift = after.wallMs - before.wallMs - (after.uptimeMs - before.uptimeMs);
  return Math.abs(drift) > tolerance ? Math.round(drift / 1000) : 0;
}
