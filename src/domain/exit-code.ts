/** Process exit codes: a stable interface, the same in human and JSON mode. */
export const exitCodes = {
  done: 0,
  internal: 1,
  usage: 2,
  notReady: 3,
  badInput: 4,
  verificationFailed: 5,
  findings: 10,
  incomplete: 11,
  veto: 12,
  damaged: 20,
  interrupted: 130,
} as const;
export type ExitName = keyof typeof exitCodes;
