import { describe, expect, it } from 'vitest';
import { initUnit, InitAnswers } from '#workflows/init-unit.js';
import { listJournal } from '#workflows/show-journal.js';
import { showStatus } from '#workflows/show-status.js';
import { confirmBook } from '#workflows/edit-rows.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { quietDesk } from '../fixtures/desks/quiet-desk.js';

describe('a clock that was set back', () => {
  it('is said aloud, work goes on, and records stay in the order in which they were made', async () => {
    const ahead = quietDesk('2030-01-01T00:00:00.000Z');
    await initUnit(ahead, InitAnswers.parse({ unit: '东湖区示例局' }));
    const back = quietDesk('2026-11-24T05:00:00.000Z', ahead.folder, 1000);
    await confirmBook(back, 'places', { nil: true });
    const { clockBehind } = await runAssessment(back, { checklistIds: ['organisation'], trigger: 'person' });
    expect(clockBehind).toBe(true);
    expect((await showStatus(back)).clockBehind).toBe(true);
    expect((await listJournal(back, 10)).map((line) => line.kind)).toEqual(['assessment.recorded', 'register.confirmed', 'store.created']);
  });
});
