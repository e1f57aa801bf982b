import { addRow } from '#workflows/edit-rows.js';
import { allowRegister } from '#workflows/allow-register.js';
import { AppError } from '#domain/app-error.js';
import type { Desk } from '#workflows/desk.js';
import { initUnit } from '#workflows/init-unit.js';
import { quietDesk } from '../../fixtures/desks/quiet-desk.js';

export const today = '2026-11-24';
const people = { S01: '周建国', S02: '赵敏', S03: '张伟', S04: '李娜' } as const;

/** 东湖区示例局 on a fresh desk: two departments, four people, nothing else. */
export async function officeDesk(mode: 'non-classified' | 'classified' = 'non-classified'): Promise<Desk> {
  const desk = quietDesk(`${today}T02:00:00.000Z`);
  await initUnit(desk, { unit: '东湖区示例局', mode, network: 'internal', scope: 'unit', officer: '赵敏', has: {} }, false);
  await addRow(desk, 'departments', { no: 'D1', name: '办公室' }, {});
  await addRow(desk, 'departments', { no: 'D2', name: '业务科' }, {});
  for (const [no, name] of Object.entries(people)) await addRow(desk, 'staff', { no, name, dept: no === 'S03' ? 'D2' : 'D1', state: '在职' }, {});
  return desk;
}

/** The decision of the 定密责任人 for these books. */
export async function allowed(desk: Desk, ...registers: readonly string[]): Promise<Desk> {
  for (const register of registers) await allowRegister(desk, register, { by: '周建国', date: '2026-11-02', document: '保密办〔2026〕7号' });
  return desk;
}

/** Code, and the codes of its problems, of what a refused step says. */
export async function refusal(step: Promise<unknown>): Promise<readonly string[]> {
  try {
    await step;
  } catch (error) {
    if (error instanceof AppError) return [error.code, ...error.problems.map((problem) => problem.code)];
    throw error;
  }
  return [];
}
