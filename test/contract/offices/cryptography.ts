import type { CheckedOffices } from '../checklist-office.js';
import { without, type Cells } from '../row-cells.js';

const parameters = { cryptoCountMonths: 1 };

const operator = (no: string, over: Cells = {}): Cells => ({ no, post_no: 'G1', vetted_at: '2024-01-05', since: '2024-02-01', trained: '2024-03-01', ...over });
const leaver = (no: string, over: Cells = {}): Cells => operator(no, { left: '2026-05-01', handed_over_at: '2026-05-01', handover_watched: true, ...over });
const device = (no: string, over: Cells = {}): Cells => ({ no, in_use: '2024-02-01', last_count: '2026-11-02', match: true, ...over });
const count = (no: string, over: Cells = {}): Cells => ({ no, month: '2026-11', date: '2026-11-02', counters: 2, all_match: true, room_ok: true, reported_at: '2026-11-03', ...over });
const counted = (of: string): Cells => ({ count: of, device: 'S1', match: true });
const system = (no: string, over: Cells = {}): Cells => ({ no, nature: '政务外网', state: '在用', cii: true, crypto_applies: '适用', crypto_at: '2026-03-01', ...over });

const good = {
  parameters,
  books: {
    'crypto-staff': [operator('R1'), operator('R2'), leaver('R3')],
    'crypto-devices': [device('S1')],
    'crypto-handovers': [{ device: 'S1', at: '2026-05-01', watched: true }],
    'crypto-counts': [count('Q1'), count('Q2', { all_match: false, report_no: 'BG1' })],
    'crypto-count-items': [counted('Q1'), { ...counted('Q2'), match: false }],
    networks: [system('N1')],
  },
};

const autumn = { date: '2026-09-02', reported_at: '2026-09-03' };
const bad = {
  parameters,
  books: {
    'crypto-staff': [operator('R1'), operator('R2'), operator('R-late', { vetted_at: '2024-02-02' }), operator('R-alone', { post_no: 'G2' }), leaver('R-left', { handover_watched: false })],
    'crypto-devices': [device('S1'), device('S-uncounted', { last_count: '2026-09-02' }), device('S-differs', { match: false })],
    'crypto-handovers': [{ device: 'S1', at: '2026-05-01', watched: false }],
    'crypto-counts': [count('Q-one', { ...autumn, counters: 1 }), without(count('Q-kept', autumn), 'reported_at'), count('Q-door', { ...autumn, room_ok: false }), count('Q-empty', autumn)],
    'crypto-count-items': [counted('Q-one'), counted('Q-kept'), counted('Q-door')],
    networks: [system('N-open', { crypto_applies: '未判定' }), system('N-old', { crypto_at: '2025-01-01' })],
  },
};

export const offices: CheckedOffices = {
  good,
  bad,
  failing: {
    'CRY-03': 'R-late', 'CRY-80': 'R-left', 'CRY-12': 'R-alone', 'CRY-04': 'Q-one', 'CRY-81': '', 'CRY-82': 'S-uncounted', 'CRY-83': 'S-differs', 'CRY-84': 'Q-kept', 'CRY-85': 'Q-door', 'CRY-86': 'Q-empty', 'CRY-87': 'S1/2026-05-01',
    'CRY-14': 'N-open', 'CRY-15': 'N-old',
  },
};
