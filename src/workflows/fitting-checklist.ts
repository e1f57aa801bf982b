import { AppError } from '#domain/app-error.js';
import type { Checklist } from '#domain/checklist.js';
import type { NetworkClass } from '#domain/identity.js';

/** Stands for the sheet of terminals that fits this machine's network. */
const ownTerminal = 'terminal';

/** The id as it is called in files: `terminal` is the terminal sheet of this class of network. */
export function fittingId(id: string, network: NetworkClass): string {
  return id === ownTerminal ? `${ownTerminal}-${network}` : id;
}

/** Whether a sheet is for machines of this class of network. */
export function fitsNetwork(checklist: Pick<Checklist, 'network'>, network: NetworkClass): boolean {
  return checklist.network === undefined || checklist.network === network;
}

/** A machine judged by the sheet of another network would pass what it must not have. */
export function refuseOtherNetwork({ id, title, network: wanted }: Checklist, network: NetworkClass): void {
  if (wanted !== undefined && wanted !== network) throw new AppError('checklist-other-network', { id, title, wanted, network });
}
