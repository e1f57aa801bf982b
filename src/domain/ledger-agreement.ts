import { z } from 'zod';

/** What is reckoned of the machine's identity and the books: yes or no, never a number. */
export const ledgerAgreement = {
  id: 'ledgerAgreement',
  schema: z.object({ found: z.boolean(), diskAgrees: z.boolean(), adapterAgrees: z.boolean(), installedAgrees: z.boolean() }),
  /** The probe it is made from; its answer is used for this and not kept. */
  from: 'ledgerIdentity',
} as const;
