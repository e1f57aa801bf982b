import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refusalOf } from '../unit/catalog/broken-files.js';
import { loadChecklist } from '#workflows/load-checklist.js';
import type { Checklist, Item } from '#domain/checklist.js';
import { catalog, checklists, compiledItems, files, items, root, wordsOf } from './shipped.js';

const articles = JSON.parse(readFileSync(join(root, 'test/fixtures/law-articles.json'), 'utf8')) as Record<string, { articles: number }>;
const standard = JSON.parse(readFileSync(join(root, 'test/fixtures/standard-59.json'), 'utf8')) as Standard;
const ids = items.map((item) => item.id);
const organisation = checklists.find((checklist) => checklist.id === 'organisation');
const personalColumns = catalog.environment.schemas.personal ?? {};

/** What the fact base knows of the national sheet. */
interface StandardItem {
  readonly number: number;
  readonly points: number | null;
  readonly deductions: readonly { readonly mode: string; readonly points?: number; readonly pointsRange?: readonly [number, number] }[];
  readonly confidence: string;
}
interface Level {
  readonly aspects: number;
  readonly items: number;
  readonly known: number;
}
interface Standard {
  readonly items: readonly StandardItem[];
  readonly basicItems2023: { readonly department: Level; readonly person: Level };
  readonly aspects_zh: readonly string[];
}
const sureness: Readonly<Record<string, Item['confidence']>> = { high: 'quoted', 'high-single-source': 'single-source', partial: 'partial', probable: 'probable', unknown: 'unknown' };

function checklistOf(id: string): Checklist {
  return checklists.find((checklist) => checklist.id === id) as Checklist;
}

function countOf({ sections }: Checklist): number {
  return sections.reduce((sum, section) => sum + section.items.length, 0);
}

describe('each checklist that comes with the program', () => {
  it.each(files.map((file) => [basename(file), file] as const))('%s loads without a problem', (_name, file) => {
    expect(loadChecklist(file, catalog.environment).items.length).toBeGreaterThanOrEqual(10);
  });

  it('this can go red: a checklist that names an unknown column does not load', () => {
    const file = join(root, 'test/fixtures/checklists/unknown-column.yaml');
    expect(refusalOf(() => loadChecklist(file, catalog.environment)).problems.map(({ code }) => code)).toEqual(['expression-unknown-field']);
  });

  it.each(checklists.filter(({ id }) => id !== 'national-59').map((checklist) => [checklist.id, checklist] as const))('%s says that it is no national standard, and gives no grades', (_id, { origin, grades }) => {
    expect([/不是国家/.test(origin), grades]).toEqual([true, false]);
  });
});

describe('what people answer in rounds', () => {
  const byPeople = (['staff', 'department', 'holiday', 'machine-classified', 'national-59'] as const).map((id) => [id, checklistOf(id)] as const);

  it.each(byPeople)('%s asks people only, and a run over all checklists leaves it out', (_id, { roundsOnly, sections }) => {
    const methods = new Set(sections.flatMap((section) => section.items.map((item) => item.method)));
    expect([roundsOnly, [...methods]]).toEqual([true, ['manual']]);
  });

  it.each(byPeople)('%s gives each item a short name of its own', (_id, { sections }) => {
    const own = sections.flatMap((section) => section.items);
    expect(own.filter(({ title, objective }) => title === undefined || title === objective).map(({ id }) => id)).toEqual([]);
    expect(new Set(own.map(({ title }) => title)).size).toBe(own.length);
  });

  it('the sheet of staff has 7 aspects and 19 items, that of departments 11 and 34, of which 16 are public', () => {
    const { person, department } = standard.basicItems2023;
    const [staff, office] = [checklistOf('staff'), checklistOf('department')];
    expect([staff.sections.length, countOf(staff)]).toEqual([person.aspects, person.items]);
    expect([office.sections.length, countOf(office)]).toEqual([department.aspects, department.items]);
    const isPublic = ({ confidence }: Item): boolean => confidence === 'single-source';
    expect([staff, office].map((each) => each.sections.flatMap((section) => section.items).filter(isPublic).length)).toEqual([person.known, department.known]);
    expect(office.sections.flatMap((section) => section.items).filter((item) => !isPublic(item) && item.confidence !== 'own')).toEqual([]);
  });

  it('the sheet of departments has the aspects of the public article, in order', () => {
    expect(checklistOf('department').sections.map(({ title }) => title.replace(/^.*、/, ''))).toEqual(standard.aspects_zh);
  });

  it('nothing is scored where no points are public', () => {
    for (const id of ['staff', 'department', 'holiday', 'machine-classified'] as const) {
      const { scoring, sections } = checklistOf(id);
      expect([id, scoring, sections.flatMap((section) => section.items).filter((item) => item.points !== undefined || item.deductions !== undefined)]).toEqual([id, 'none', []]);
    }
  });
});

describe('the frame of the national 59 items', () => {
  const { origin, grades, points, sections } = checklistOf('national-59');
  const items59 = sections.flatMap((section) => section.items);

  it('says that it is an incomplete frame from public reprints, to be completed, without a grade until then', () => {
    for (const word of ['不完整框架', '公开转载', '正式附件', '不出等次']) expect(origin).toContain(word);
    expect([grades, points]).toEqual([true, undefined]);
  });

  it('has items 1 to 59 in order; 51 to 58 aggravate, 59 is the veto', () => {
    expect(items59.map(({ id }) => id)).toEqual(standard.items.map(({ number }) => `NAT-${String(number).padStart(2, '0')}`));
    expect(items59.map(({ kind }) => kind)).toEqual(standard.items.map(({ number }) => (number <= 50 ? 'scored' : number <= 58 ? 'aggravating' : 'veto')));
  });

  it.each(items59.map((item, index) => [item.id, item, standard.items[index] as StandardItem] as const))('%s: points and deductions are those that are known, and no other', (_id, item, known) => {
    const isProven = known.confidence !== 'probable';
    expect(item.points ?? null).toBe(isProven ? known.points : null);
    expect((item.deductions ?? []).map(({ points: each, per }) => [each, per])).toEqual(known.deductions.map(({ mode, points: flat, pointsRange }) => [mode === 'range' ? pointsRange : flat, mode === 'perOccurrence' ? 'occurrence' : 'item']));
    expect(item.confidence).toBe(sureness[known.confidence]);
  });

  it('an item of which nothing is public says so, and names no points', () => {
    const blank = items59.filter(({ confidence }) => confidence === 'unknown');
    expect(blank.length).toBe(standard.items.filter(({ confidence }) => confidence === 'unknown').length);
    expect(blank.filter(({ objective, guidance }) => !objective.includes('公开文本未载明') || /\d\s*分/.test(guidance?.note ?? ''))).toEqual([]);
  });
});

describe('ids', () => {
  it('no item has the id of another, in no other file either', () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  it('no deduction has the id of another, and each begins with that of its item', () => {
    const deductions = items.flatMap((item) => (item.deductions ?? []).map((each) => [item.id, each.id] as const));
    expect(new Set(deductions.map(([, id]) => id)).size).toBe(deductions.length);
    expect(deductions.filter(([item, id]) => !id.startsWith(`${item}.`))).toEqual([]);
  });
});

describe('the sheet of the unit', () => {
  const sections = organisation?.sections ?? [];

  it('has one section for each of the 13 subjects, in order', () => {
    expect(sections.map((section) => section.subject)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
  });

  it('carries 100 points, and every section what it declares', () => {
    const sums = sections.map((section) => section.items.filter((item) => item.kind === 'scored').reduce((sum, item) => sum + Math.round((item.points ?? 0) * 100), 0));
    expect([organisation?.points, sums.reduce((sum, each) => sum + each, 0)]).toEqual([100, 10_000]);
    expect(sums).toEqual(sections.map((section) => Math.round((section.points ?? 0) * 100)));
  });

  it('no scored item lacks its points, and no deduction takes more than the item has', () => {
    const scored = sections.flatMap((section) => section.items).filter((item) => item.kind === 'scored');
    expect(scored.filter((item) => !item.points).map((item) => item.id)).toEqual([]);
    const greedy = scored.filter((item) => (item.deductions ?? []).some(({ points }) => (typeof points === 'number' ? points : points[1]) > (item.points ?? 0)));
    expect(greedy.map((item) => item.id)).toEqual([]);
  });

  it('a range of points goes from less to more', () => {
    const ranges = items.flatMap((item) => item.deductions ?? []).flatMap(({ id, points }) => (typeof points === 'number' || points[0] < points[1] ? [] : [id]));
    expect(ranges).toEqual([]);
  });

  it('every question that costs points says what each failure costs', () => {
    const manual = sections.flatMap((section) => section.items).filter((item) => item.method === 'manual');
    expect(manual.filter((item) => (item.deductions ?? []).length === 0).map((item) => item.id)).toEqual([]);
  });
});

describe('each item', () => {
  it.each(items.map((item) => [item.id, item] as const))('%s says what to do, or how to look', (_id, item) => {
    expect(item.remediation ?? item.guidance?.how ?? item.guidance?.note).toBeDefined();
  });

  it('a question says how to look and what counts as evidence', () => {
    const manual = items.filter((item) => item.method === 'manual');
    expect(manual.filter((item) => !item.guidance?.how || !item.guidance.evidence).map((item) => item.id)).toEqual([]);
  });

  it('what a person reads ends without stray blanks and is not told twice', () => {
    expect(items.filter(({ objective }) => objective.length > 200).map(({ id }) => id)).toEqual([]);
    const texts = items.flatMap((item) => [item.objective, item.finding ?? item.objective]);
    expect(texts.filter((text) => text !== text.trim())).toEqual([]);
    expect(items.filter((item) => item.finding === item.objective).map((item) => item.id)).toEqual([]);
  });

  it('a check of the machine reads facts, a check of the books reads a book', () => {
    const wrong = compiledItems.filter(({ item, reads }) => (item.method === 'automated' && reads.facts.length === 0) || (item.method === 'register' && reads.registers.length === 0));
    expect(wrong.map(({ item }) => item.id)).toEqual([]);
  });

  it('shows no personal column', () => {
    const shown = compiledItems.flatMap(({ item, observe }) => Object.values(observe).flatMap((each) => each.reads.columns.filter((use) => personalColumns[use.register]?.includes(use.column)).map(() => item.id)));
    expect(shown).toEqual([]);
  });
});

describe('what an item rests on', () => {
  const laws = items.flatMap((item) => item.basis.flatMap((basis) => (basis.kind === 'law' ? [[item.id, basis.law, basis.article] as const] : [])));

  it.each(laws)('%s: 《%s》第 %i 条 exists in the edition in force', (_id, law, article) => {
    expect(articles[law]).toBeDefined();
    expect(article).toBeLessThanOrEqual(articles[law]?.articles ?? 0);
  });

  it('a law is cited only where its text states the duty: such items are marked direct, all others are not', () => {
    const wrong = items.filter((item) => item.basis.some((basis) => basis.kind === 'law') !== (item.confidence === 'direct'));
    expect(wrong.map((item) => item.id)).toEqual([]);
  });

  it('an article that guidance names exists too', () => {
    const numbers = new Map(Array.from({ length: 120 }, (_, index) => [inChinese(index + 1), index + 1] as const));
    const named = items.flatMap((item) => [...wordsOf(item).matchAll(/《([^》]+)》第([一二三四五六七八九十百]+)条/g)].map((match) => [item.id, lawNamed(match[1] ?? ''), numbers.get(match[2] ?? '') ?? 999] as const));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter(([, law, article]) => article > (articles[law]?.articles ?? 0))).toEqual([]);
  });

  it('no number of a restricted standard is written down: limits are parameters of the unit', () => {
    const everything = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    expect(everything).not.toMatch(/BMB|BMZ|分保|\bGJB\b/i);
    const limits = compiledItems.filter(({ item, reads }) => item.basis.some((basis) => basis.kind === 'parameter') && reads.parameters.length === 0);
    expect(limits.map(({ item }) => item.id)).toEqual([]);
  });

  it('a limit that an expression compares with is 0, 1 or 2, a year of months, a list of well-known ports, or a number that stands in the article itself', () => {
    const inTheLaw: Readonly<Record<string, readonly number[]>> = { 'CLS-09': [30, 20, 10], 'CLS-18': [10] };
    const numbers = items.flatMap((item) => [item.expect, item.where, item.applies].flatMap((source) => [...(source ?? '').replace(/"[^"]*"/g, '').replace(/in \[[^\]]*\]/g, '').matchAll(/\b\d+(\.\d+)?\b/g)].map((match) => [item.id, Number(match[0])] as const)));
    expect(numbers.filter(([id, value]) => ![0, 1, 2, 12, ...(inTheLaw[id] ?? [])].includes(value))).toEqual([]);
  });
});

function lawNamed(name: string): string {
  return name === '实施条例' ? '保守国家秘密法实施条例' : name;
}

function inChinese(value: number): string {
  const digits = '零一二三四五六七八九';
  if (value < 10) return digits[value] ?? '';
  if (value < 100) return `${value < 20 ? '' : (digits[Math.floor(value / 10)] ?? '')}十${value % 10 === 0 ? '' : (digits[value % 10] ?? '')}`;
  const rest = value % 100;
  const low = rest < 10 ? `零${digits[rest] ?? ''}` : `${rest < 20 ? '一' : ''}${inChinese(rest)}`;
  return `${digits[Math.floor(value / 100)] ?? ''}百${rest === 0 ? '' : low}`;
}
