import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { registerGroups, type Column, type RegisterTemplate } from '#domain/register.js';
import { sayIn } from '#messages/say.js';
import { targetIds } from '#registers/resolve-references.js';
import { loadTemplates } from '#workflows/load-catalog.js';
import { root } from './shipped.js';

const say = sayIn('zh-CN');
const templates = loadTemplates({ root, version: '0' });
const handled = { internal: '内部', work: '按工作秘密管理', classified: '按所载内容的最高密级管理' } as const;

function takes(column: Column): string {
  if (column.computed !== undefined) return '自动计算';
  if (column.values !== undefined) return column.values.join(' / ');
  const targets = targetIds(column);
  return targets.length > 0 ? `${targets.map((id) => `\`${id}\``).join('、')} 的编号` : say(`column-type.${column.type}`);
}

function marks(column: Column, template: RegisterTemplate): string {
  const said = [
    template.key.includes(column.key) ? '编号栏' : '',
    column.required ? '必填' : '',
    column.personal ? '脱敏' : '',
    column.maybeSecret ? '非涉密机不保存' : '',
    template.classified && template.numbersOnly.includes(column.key) ? '非涉密机保留' : '',
  ];
  return said.filter((each) => each !== '').join('，');
}

function page(template: RegisterTemplate): string[] {
  const { id, title, form, rhythm, signatures, parent, source, sensitivity } = template;
  const facts = [form === undefined ? '' : `表号 ${form}`, rhythm ?? '', handled[sensitivity], parent === undefined ? '' : `\`${parent.register}\` 的明细`, signatures.length === 0 ? '' : `签字：${signatures.join('、')}`, template.paperOnly ? '只打印空白表，不建立台账' : ''];
  return [
    `### ${title.zh} \`${id}\``, '', `${facts.filter((each) => each !== '').join('；')}。${source}。`, '',
    '| 栏目 | 代号 | 填写 | 标记 |', '| --- | --- | --- | --- |',
    ...template.columns.map((column) => `| ${column.title.zh} | \`${column.key}\` | ${takes(column)} | ${marks(column, template)} |`), '',
  ];
}

const intro = [
  '# 台账种类和栏目', '',
  '本页由 `templates/registers/*.yaml` 生成（`npx vitest run test/contract/registers-docs.test.ts -u`），不手工修改。各表均不是国家统一格式，本单位可以用 `zicha register adapt` 改名、隐藏、增加栏目。', '',
  'Generated from the templates. None of these is an official national form; a unit renames, hides and adds columns with `zicha register adapt`.', '',
  '标为“非涉密机保留”的栏目，是涉密台账在非涉密计算机上经定密责任人决定后唯一保存的栏目（只有本单位自编号、日期、是否和数量）；标为“非涉密机不保存”的栏目在导入时略去并告知。标为“脱敏”的栏目显示、打印、导出时一律脱敏，写明原因并留痕后才显示完整内容。', '',
];

describe('docs/registers.md', () => {
  it('is there, and says what the templates say today', async () => {
    const families = registerGroups.flatMap((group) => {
      const own = templates.filter((template) => template.group === group).sort((left, right) => ((left.form ?? left.id) < (right.form ?? right.id) ? -1 : 1));
      return [`## ${say(`register-group.${group}`)}`, '', ...own.flatMap(page)];
    });
    await expect([...intro, ...families].join('\n')).toMatchFileSnapshot(join(root, 'docs/registers.md'));
  });
});
