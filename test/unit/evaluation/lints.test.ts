import { describe, expect, it } from 'vitest';
import { codesOf, itemOf, problemsOf } from './small-office.js';

describe('a misspelt name is found when the checklist is loaded', () => {
  it.each([
    ['a fact', 'accuonts.uidZero == 1', undefined, 'expression-unknown-name'],
    ['a field of a fact', 'accounts.uidZer == 1', undefined, 'expression-unknown-field'],
    ['a field inside a list of a fact', 'network.activeAdapters.exists(a, a.knd == "wired")', undefined, 'expression-unknown-field'],
    ['a parameter', 'parameters.logDay == 1', undefined, 'expression-unknown-field'],
    ['a key of a parameter', 'parameters.lockMinutes["extranet"] == 1', undefined, 'expression-enum-value'],
    ['a register', 'register.persons.size() == 0', undefined, 'expression-unknown-field'],
    ['a column', 'row.undertaking == "2026-01-01"', 'personnel', 'expression-unknown-field'],
    ['a column in has()', 'has(row.undertaking)', 'personnel', 'expression-unknown-field'],
    ['a column in has() of a linked row', 'row.classified.all(c, has(c.undertaking))', 'staff', 'expression-unknown-field'],
    ['a column in has() deep inside', 'row.state == "在岗" && (row.level == "核心" || !has(row.undertaking))', 'personnel', 'expression-unknown-field'],
    ['a link', 'row.devicess.size() == 0', 'personnel', 'expression-unknown-field'],
    ['row outside a book', 'row.state == "在岗"', undefined, 'expression-unknown-name'],
    ['a trait of the unit', 'unit.hasPersonel', undefined, 'expression-unknown-field'],
  ])('%s', (_what, expected, each, code) => {
    expect(codesOf(expected, each)).toEqual([code]);
  });
});

describe('a value that the column never has', () => {
  it.each([
    ['on the right', 'row.state == "在岗位"'],
    ['on the left', '"在岗位" == row.state'],
    ['as inequality', 'row.state != "在岗位"'],
    ['in a list', 'row.state in ["在岗", "在岗位"]'],
    ['in a linked row', 'row.devices.all(d, d.state != "在用中")'],
    ['of a fact', 'bootProtection.firmware == "UEFI"'],
    ['of the machine', 'machine.network == "extranet"'],
    ['of a finding', 'register.findings.exists(w, w.state == "opened")'],
    ['deep inside', 'has(row.level) && !(row.level == "重要级" || row.state == "在岗")'],
  ])('%s', (_where, expected) => {
    const each = expected.includes('register.') ? undefined : 'personnel';
    expect(codesOf(expected, each)).toEqual(['expression-enum-value']);
  });

  it('names the value, the column and what is allowed', () => {
    const [problem] = problemsOf(itemOf({ each: 'register.personnel', expect: 'row.level == "绝密"' }));
    expect(problem).toEqual({ code: 'expression-enum-value', at: 'expect', params: { value: '绝密', name: 'level', allowed: '核心, 重要, 一般' } });
  });

  it('the allowed values pass in each of these places', () => {
    expect(codesOf('row.state == "在岗" && "在岗" == row.state && row.state in ["在岗", "解除"] && row.state != "解除"', 'personnel')).toEqual([]);
  });
});

describe('calls outside the allow-list', () => {
  it.each([
    ['matches, which a hostile text can keep busy for seconds', '"aaaa".matches("(a+)+$")', 'matches'],
    ['matches as a function', 'matches("aaaa", "a+")', 'matches'],
    ['bind, which hides names', 'cel.bind(x, 1, x == 1)', 'bind'],
    ['type, which is how the lints themselves ask', 'type(1) == int', 'type'],
    ['dyn, which switches the type checker off', 'dyn(1) == 1', 'dyn'],
    ['timestamp: days are text', 'timestamp("2026-01-01T00:00:00Z") < timestamp("2026-01-02T00:00:00Z")', 'timestamp'],
  ])('%s', (_what, expected, name) => {
    const [problem] = problemsOf(itemOf({ expect: expected }));
    expect(problem).toMatchObject({ code: 'expression-call-refused', params: { name } });
  });

  it('what is allowed is allowed', () => {
    const all = 'size([1]) == 1 && [1].all(x, x == 1) && [1].exists(x, x == 1) && [1].exists_one(x, x == 1) && [1].filter(x, x == 1).map(x, double(x)).size() == 1 && today.startsWith(year) && today.endsWith("24") && today.contains("-") && sum([1.0]) == 1 && percent(1, 2) >= 50 && addMonths(today, 1) >= today && daysBetween(today, today) == 0 && int("1") == 1 && string(1) == "1"';
    expect(codesOf(all)).toEqual([]);
  });
});

describe('too much', () => {
  it('more than 500 nodes', () => {
    const comparisons = (count: number): string => Array.from({ length: count }, () => '1!=2').join('&&');
    expect(codesOf(comparisons(100))).toEqual([]);
    expect(codesOf(comparisons(200))).toEqual(['expression-too-long']);
  });

  it('deeper than 32', () => {
    expect(codesOf(`${'!('.repeat(40)}true${')'.repeat(40)}`)).toEqual(['expression-too-long']);
  });

  it('a hundred values in a list are the most', () => {
    const list = (count: number): string => `today in [${Array.from({ length: count }, (_, index) => `"${index}"`).join(', ')}]`;
    expect(codesOf(list(100))).toEqual([]);
    expect(codesOf(list(101))).toEqual(['expression-too-long']);
  });
});

describe('a book walked inside a walk', () => {
  it.each([
    ['inside each', 'register.staff.exists(s, s.state == "在职")', 'personnel'],
    ['inside each, after a selection', 'register.staff.filter(s, s.state == "在职").size() > 0', 'personnel'],
    ['inside another book', 'register.personnel.all(p, register.staff.exists(s, s.state == "在职"))', undefined],
    ['inside itself', 'register.personnel.all(p, register.personnel.exists_one(q, q.state == p.state))', undefined],
    ['inside a fact\'s list', 'network.activeAdapters.all(a, register.staff.exists(s, s.state == "在职"))', undefined],
    ['under another name', 'register.personnel.all(p, [register.staff].exists(list, list.exists(s, s.state == "在职")))', undefined],
    ['chosen by a condition', 'register.personnel.all(p, (today > "2026" ? register.staff : register.staff).exists(s, s.state == "在职"))', undefined],
  ])('%s', (_where, expected, each) => {
    expect(codesOf(expected, each)).toContain('expression-nested-register');
  });

  it('its size may be asked, and linked rows may be walked', () => {
    expect(codesOf('register.staff.size() > 0 && row.devices.all(d, d.state != "在用")', 'personnel')).toEqual([]);
  });

  it('one after the other is fine', () => {
    expect(codesOf('register.personnel.exists(p, p.state == "在岗") && register.staff.exists(s, s.state == "在职")')).toEqual([]);
  });
});

describe('what would go round the lints', () => {
  it.each([
    ['a column by text', 'row["name"] == "张伟"', 'personnel'],
    ['a book by text', 'register["personnel"].size() == 0', undefined],
    ['a parameter by text', 'parameters["talkMonths"] > 3', undefined],
    ['a field of a fact by text', 'accounts["uidZero"] == 1', undefined],
    ['one row by its position', 'register.personnel[0].state == "在岗"', undefined],
  ])('%s is refused', (_what, expected, each) => {
    expect(codesOf(expected, each)).toEqual(['expression-types']);
  });
});

describe('types', () => {
  it.each([
    ['a whole number divided by a whole number loses its fraction', '[1].size() / [1, 2].size() >= 0.9', undefined, 'expression-integer-division'],
    ['text against number', 'row.hours_year >= "20"', 'personnel', 'expression-types'],
    ['text and yes-or-no', 'row.state && true', 'personnel', 'expression-types'],
    ['has() on a fact', 'has(accounts.uidZero)', undefined, 'expression-has-misuse'],
    ['has() on a parameter', 'has(parameters.logDays)', undefined, 'expression-has-misuse'],
    ['not a yes-or-no', 'accounts.uidZero', undefined, 'expression-not-bool'],
    ['not a yes-or-no but a list', 'register.personnel.filter(p, p.state == "在岗")', undefined, 'expression-not-bool'],
    ['a bracket too few', '(accounts.uidZero == 1', undefined, 'expression-syntax'],
    ['a single equals sign', 'accounts.uidZero = 1', undefined, 'expression-syntax'],
  ])('%s', (_what, expected, each, code) => {
    expect(codesOf(expected, each)).toEqual([code]);
  });

  it.each([
    ['numbers of a book and whole numbers compare', 'row.hours_year == 20 && 20 == row.hours_year && row.hours_year in [20, 40]'],
    ['and count', 'row.hours_year / 4 >= 5.5 && row.hours_year * 2 + 1 > 3 && 40 - row.hours_year < 40'],
    ['percent takes both', 'percent(register.staff.size(), register.personnel.size()) >= 90 && percent(row.hours_year, 20) > 50'],
  ])('%s', (_what, expected) => {
    expect(codesOf(expected, 'personnel')).toEqual([]);
  });
});

describe('every place of an item is checked', () => {
  it('applies, where, expect, observe and each report under their own key', () => {
    const item = itemOf({ each: 'register.personnel', applies: 'unit.hasPeople', where: 'row.stat == "在岗"', expect: 'row.levl == "核心"', observe: { 等级: 'row.leve' } });
    expect(problemsOf(item).map(({ code, at }) => `${at} ${code}`)).toEqual([
      'applies expression-unknown-field',
      'where expression-unknown-field',
      'expect expression-unknown-field',
      'observe/等级 expression-unknown-field',
    ]);
  });

  it.each(['register.persons', 'personnel', 'register.personnel.filter(p, true)', 'accounts'])('each must be a book: %s', (each) => {
    expect(problemsOf(itemOf({ each, expect: 'true' })).map(({ code, at }) => `${at} ${code}`)).toEqual(['each expression-not-a-register']);
  });

  it('applies is asked before any row: it does not know row', () => {
    expect(problemsOf(itemOf({ each: 'register.personnel', applies: 'row.state == "在岗"', expect: 'true' })).map(({ at }) => at)).toEqual(['applies']);
  });
});

describe('what may be shown', () => {
  const shown = (source: string, each = 'personnel'): readonly string[] =>
    problemsOf(itemOf({ each: `register.${each}`, expect: 'true', observe: { 内容: source } })).map(({ code, params }) => `${code} ${String(params['name'])}`);

  it.each([
    ['a name', 'row.name', 'personnel'],
    ['an identity number', 'row.id_no', 'personnel'],
    ['a name inside a sentence', '"责任人" + row.name', 'personnel'],
    ['names of linked rows', 'row.people.map(p, p.name)', 'departments'],
    ['a name under another name', '(today > "2026" ? row : row).name', 'personnel'],
    ['a name asked for by condition', 'row.state == "在岗" ? row.name : "无"', 'personnel'],
  ])('%s is never shown', (_what, source, each) => {
    expect(shown(source, each).filter((problem) => problem.startsWith('expression-shows-personal'))).toHaveLength(1);
  });

  it('it may be judged: only showing is refused', () => {
    expect(codesOf('has(row.name) && row.name != ""', 'personnel')).toEqual([]);
  });

  it('days, levels and counts are shown', () => {
    expect(shown('row.since')).toEqual([]);
    expect(shown('row.devices.size()')).toEqual([]);
  });
});
