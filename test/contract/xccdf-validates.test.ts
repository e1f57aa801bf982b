import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { writeXccdf } from '#exchange/xccdf/write-xccdf.js';
import { sayIn } from '#messages/say.js';
import { demoChecklists } from '#workflows/demo-office.js';
import { exportAssessment } from '#workflows/export-assessment.js';
import { fittingId } from '#workflows/fitting-checklist.js';
import { runAssessment } from '#workflows/run-assessment.js';
import { quietDemo } from '../fixtures/desks/quiet-desk.js';
import { nineLines, smallRun } from '../fixtures/exchange/small-run.js';
import { factsOf, recorded } from './hosts.js';
import { systemProgram } from './system-program.js';

const oscap = systemProgram('/usr/bin/oscap', 'openscap-scanner');
const folder = mkdtempSync(join(tmpdir(), 'zicha-xccdf-'));
const fileOf = (name: string): string => join(folder, `${name}.xml`);
const names = [...demoChecklists.map((id) => fittingId(id, 'internal')), 'all-nine-results', 'unscored'];

// What its Schematron remarks on: that people and places have no platform, and nothing else.
const onlyRemark = /^<\?xml version="1\.0"\?>\s*Warning: The 'Benchmark' element has no platform specified[^\n]*\s*$/;

beforeAll(async () => {
  if (oscap.missing) return;
  const desk = await quietDemo('2026-11-24T05:00:00.000Z');
  const facts = join(folder, 'facts.json');
  writeFileSync(facts, JSON.stringify(await factsOf(recorded('ubuntu-22.04-negligent'))));
  const { assessments } = await runAssessment(desk, { checklistIds: demoChecklists, trigger: 'demo', factsFile: facts });
  for (const { number, checklist } of assessments) await exportAssessment(desk, number, 'xccdf', fileOf(checklist.id));
  writeFileSync(fileOf('all-nine-results'), writeXccdf(smallRun(nineLines), sayIn('zh-CN')));
  writeFileSync(fileOf('unscored'), writeXccdf(smallRun(nineLines, 'none'), sayIn('zh-CN')));
});

describe('the XCCDF results of the demo office', () => {
  it.skipIf(oscap.missing).each(names)(`%s: schema and Schematron find nothing wrong${oscap.note}`, (name) => {
    expect(oscap.run('xccdf', 'validate', fileOf(name))).toMatch(onlyRemark);
  });

  it.skipIf(oscap.missing)(`a file with a tenth result is refused${oscap.note}`, () => {
    writeFileSync(fileOf('tenth'), readFileSync(fileOf('unscored'), 'utf8').replace('<result>pass</result>', '<result>fine</result>'));
    expect(() => oscap.run('xccdf', 'validate', fileOf('tenth'))).toThrow();
  });

  it.skipIf(oscap.missing)(`as a report of another program: every title, fact and unit in Chinese, whole${oscap.note}`, () => {
    const html = oscap.run('xccdf', 'generate', 'report', fileOf('organisation'));
    for (const text of ['单位保密自查（十三个方面）', '东湖区示例局（演示）', '“4·15”全民国家安全教育日组织了保密宣传活动', '班子调整后，分工文件没有更新保密职责', '演示数据', '没有得出结论']) expect(html).toContain(text);
    expect(html).not.toContain('\ufffd');
  });
});
