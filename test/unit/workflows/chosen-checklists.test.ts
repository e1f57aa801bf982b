import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '#store/store.js';
import { chosenChecklists, type Choice } from '#workflows/chosen-checklists.js';
import type { Desk } from '#workflows/desk.js';
import { explainItem } from '#workflows/explain-item.js';
import { loadCatalog } from '#workflows/load-catalog.js';
import { addJob } from '#workflows/schedule-jobs.js';
import { refusalOf } from '../catalog/broken-files.js';
import { officeDesk, refusal } from './office-desk.js';

let desk: Desk;
let chosen: (choice: Choice, scope?: 'machine') => readonly string[];
beforeEach(async () => {
  desk = await officeDesk();
  const { identity } = await openStore(desk.folder, { readOnly: true });
  chosen = (choice, scope) => chosenChecklists(desk, choice, { ...identity, ...(scope === undefined ? {} : { scope }) }, loadCatalog(desk.program).environment).map(({ checklist }) => checklist.id);
});

// 东湖区示例局's machine stands in an internal network.
describe('the sheet of a terminal', () => {
  it('is that of its network, in a run over all and by the short name', () => {
    expect(chosen({ checklistIds: [] }).filter((id) => id.startsWith('terminal'))).toEqual(['terminal-internal']);
    expect(chosen({ checklistIds: ['terminal'] })).toEqual(['terminal-internal']);
    expect(chosen({ checklistIds: [] }, 'machine')).toEqual(['terminal-internal']);
  });

  it('of another network is refused: it would pass what this machine must not have', async () => {
    expect(refusalOf(() => chosen({ checklistIds: ['terminal-internet'] }))).toMatchObject({ code: 'checklist-other-network', exit: 4, params: { wanted: 'internet', network: 'internal' } });
    const nightly = (...checklistIds: string[]): Promise<unknown> => addJob(desk, '夜间', { rhythm: { kind: 'day', at: '02:00' }, action: { kind: 'assess', checklistIds, report: false } });
    expect(await refusal(nightly('terminal-internet'))).toEqual(['checklist-other-network']);
    await nightly('terminal');
  });

  it('may be of another network for facts or a disk of another machine', () => {
    expect(chosen({ checklistIds: ['terminal-standalone'], factsFile: 'facts.json' })).toEqual(['terminal-standalone']);
    expect(chosen({ checklistIds: ['terminal-standalone'], root: '/mnt' })).toEqual(['terminal-standalone']);
    expect(chosen({ checklistIds: [], root: '/mnt' })).toEqual(['terminal-internal']);
  });

  it('is the one in which an item is explained', async () => {
    expect(await explainItem(desk, 'TERM-07', undefined)).toMatchObject({ checklist: { id: 'terminal-internal' }, alsoIn: ['terminal-internet', 'terminal-standalone'] });
  });
});
