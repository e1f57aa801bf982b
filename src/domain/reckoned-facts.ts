import { z } from 'zod';

/** What is reckoned of the machine's identity and the book of computers: yes or no, never a number. */
export const ledgerAgreement = {
  id: 'ledgerAgreement',
  schema: z.object({ found: z.boolean(), diskAgrees: z.boolean(), adapterAgrees: z.boolean(), installedAgrees: z.boolean(), addressAgrees: z.boolean().optional(), keeperNamed: z.boolean() }),
  /** The probe it is made from; its answer is used for this and not kept. */
  from: 'ledgerIdentity',
} as const;

/** What is reckoned of the storage that was plugged in and the book of media: counts, never a serial number. */
export const storageAgreement = {
  id: 'storageAgreement',
  schema: z.object({ seen: z.int(), registered: z.int(), unregistered: z.int(), unnumbered: z.int(), complete: z.boolean() }),
  from: 'storageIdentity',
} as const;

/** Facts that no probe gives: each is made of a probe's answer and the books. */
export const reckonedFacts = [ledgerAgreement, storageAgreement] as const;
