import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readAgentLog } from '#workflows/agent-log.js';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'zicha-log-'));
  mkdirSync(join(folder, 'agent'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'agent', name), text);
  return folder;
}

describe('the log of the agent', () => {
  it('is empty before the first event', () => {
    expect(readAgentLog(folderWith({}), 10)).toEqual([]);
  });

  it('gives its newest lines, oldest first, also from the log that was set aside', () => {
    const folder = folderWith({ 'agent.log.1': '2026-11-23T00:00:00.000Z clock-step 3600\n', 'agent.log': '2026-11-24T00:00:00.000Z slot-done 午间 自查\n2026-11-24T01:00:00.000Z round-failed\n' });
    expect(readAgentLog(folder, 3)).toEqual([
      { at: '2026-11-23T00:00:00.000Z', code: 'clock-step', text: '3600' },
      { at: '2026-11-24T00:00:00.000Z', code: 'slot-done', text: '午间 自查' },
      { at: '2026-11-24T01:00:00.000Z', code: 'round-failed', text: '' },
    ]);
    expect(readAgentLog(folder, 1)).toHaveLength(1);
  });

  it('leaves out a line that a power cut broke', () => {
    expect(readAgentLog(folderWith({ 'agent.log': '2026-11-24T00:00:00.000Z slot-done x\n2026-11' }), 10)).toHaveLength(1);
  });
});
