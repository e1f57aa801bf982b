import type { RegisterTemplate } from '#domain/register.js';
import { maskCell } from '#registers/mask.js';
import type { FormRecord, PrintableCells } from '#reports/form/form-source.js';

/** A record with its personal details masked, those of its parts too. */
export function maskedRecord({ cells, children }: FormRecord, template: RegisterTemplate): FormRecord {
  return { cells: maskedCells(cells, template), children: children.map((child) => ({ template: child.template, rows: child.rows.map((each) => maskedCells(each, child.template)) })) };
}

function maskedCells(cells: PrintableCells, { columns }: RegisterTemplate): PrintableCells {
  const personal = columns.filter(({ key, type, personal: isPersonal }) => cells[key] !== undefined && (isPersonal || type === 'idno' || type === 'phone'));
  return { ...cells, ...Object.fromEntries(personal.map((column) => [column.key, maskCell(column, cells[column.key])])) };
}
