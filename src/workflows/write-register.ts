import { readFileSync, statSync } from 'node:fs';
import type { Actor } from '#domain/actor.js';
import { AppError } from '#domain/app-error.js';
import type { RegisterConfirmation, RegisterTemplate } from '#domain/register.js';
import type { WorkingSet } from '#domain/working-set.js';
import { planImport, type ImportPlan } from '#registers/plan-import.js';
import { readCells } from '#registers/read-cells.js';
import { readCsv } from '#registers/read-csv.js';
import { openStore } from '#store/store.js';
import { claimed, type Desk } from './desk.js';
import { dayOf } from './door.js';
import { loadTemplates } from './load-catalog.js';

export interface ImportSummary {
  readonly register: string;
  readonly title: string;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** False for a dry run: nothing was stored. */
  readonly written: boolean;
}

interface WriteOptions {
  readonly by?: string;
  readonly late?: boolean;
  readonly dryRun?: boolean;
}
