import { AppError } from '#domain/app-error.js';
import type { RegisterAllowance } from '#domain/register.js';
import { changeBooks, type OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { bookNamed } from './open-books.js';

/** Who decided, when, by which document. */
export interface Decision {
  readonly by: string;
  readonly date: string;
  readonly document: string;
  readonly recordedBy?: string;
}

/** Records the decision of the 定密责任人 that a classified book may be kept on this non-classified machine in its numbers-only form. */
export async function allowRegister(desk: Desk, register: string, decision: Decision): Promise<RegisterAllowance> {
  const [allowance] = await allowRegisters(desk, [register], decision);
  return allowance as RegisterAllowance;
}

/** The same for several books that one decision names: all or none. */
export function allowRegisters(desk: Desk, registers: readonly string[], decision: Decision): Promise<readonly RegisterAllowance[]> {
  return changeBooks(desk, { kind: 'register.allowed', by: decision.recordedBy }, (open) => {
    const allowances = registers.map((register) => allowanceOf(open, register, decision));
    return { changes: allowances.map((value) => ({ collection: 'allowances', id: value.register, value })), result: allowances };
  });
}

function allowanceOf(open: OpenBooks, register: string, decision: Decision): RegisterAllowance {
  const { template, isNumbersOnly, standing } = bookNamed(register, open.books);
  if (standing === 'paper-only') throw new AppError('register-paper-only', { register, title: template.title.zh });
  if (!isNumbersOnly) throw new AppError('register-needs-no-decision', { title: template.title.zh });
  if (decision.date > open.today) throw new AppError('register-future-day', { day: decision.date });
  return { register, decidedBy: decision.by, decidedOn: decision.date, document: decision.document, by: open.by, at: open.at };
}
