import { describe, expect, it } from 'vitest';
import { sayIn } from '#messages/say.js';
import { addFinding } from '#workflows/add-finding.js';
import { errorCure, errorText } from '#workflows/error-text.js';
import { listFindings } from '#workflows/list-findings.js';
import { officeDesk, refusal } from './office-desk.js';

const say = sayIn('zh-CN');

describe('what went wrong is said in the words of the office', () => {
  it('states and steps by their names, not by their codes', () => {
    const text = errorText({ code: 'finding-wrong-state', params: { number: 'W-2026-0001', state: 'awaiting-verification', action: 'rectified' } }, say);
    expect(text).toContain('待复核');
    expect(text).not.toMatch(/awaiting|rectified/);
  });

  it('a text without room by its field and its limit', () => {
    const problem = { code: 'text-too-long', params: { field: 'statement', limit: 1000 } } as const;
    expect(errorText(problem, say)).toMatch(/1000/);
    expect(errorText(problem, say)).not.toContain('statement');
    expect(errorCure(problem, say)).not.toBe('');
  });
});

it('a problem in more than a thousand characters is refused, and none is opened', async () => {
  const desk = await officeDesk();
  expect(await refusal(addFinding(desk, { statement: '页'.repeat(1001), severity: 'high' }, '赵敏'))).toEqual(['text-too-long']);
  expect(await listFindings(desk)).toEqual([]);
});
