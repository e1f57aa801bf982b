import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RegisterTemplate } from '#domain/register.js';
import { targetIds } from '#registers/resolve-references.js';
import { catalog, root } from './shipped.js';

const inventory = JSON.parse(readFileSync(join(root, 'test/fixtures/forms.json'), 'utf8')) as Readonly<Record<string, readonly string[]>>;
const { templates } = catalog;
const byId = new Map(templates.map((template) => [template.id, template]));

/** Books that the inventory of paper forms does not know: they came with the tool. */
const ownForms = ['C04', 'C05'];

/** Fields that stand under another name: in columns of the book, or in a book whose rows point here. */
const moved: Readonly<Record<string, readonly string[]>> = {
  'A01.name': ['person'],
  'B01.holder': ['holders_count'],
  'B02.device_nos': ['devices_held'],
  'B02.carrier_count': ['carriers_held'],
  'B07.visits': ['departure-visits'],
  'D02.name': ['person'],
  'D06.ref': ['decision'],
  'E06.items': ['carry-out-items'],
  'E08.items': ['destruction-items'],
  'E09.events': ['carrier-events'],
  'E10.items': ['holding-items'],
  'F01.approved': ['determined_at', 'determined_by'],
  // A place goes by its code, and each facility says 有, 无 or 待建.
  'F02.name': ['code'],
  'F02.phone_locker': ['locker'],
  'F02.log': ['entry_log'],
  'F02.approved': ['determined_at', 'determined_by'],
  'F02.filed': ['confirmed_at'],
  'G01.repairs': ['computer-repairs'],
  'G02.last_audit': ['last_check', 'last_result'],
  'G03.use_log': ['media-uses'],
  'G03.carry_log': ['carry-outs'],
  'G03.destroyed': ['destroyed_at', 'disposal_proof'],
  // Both filled in = one device shared between classified and other computers.
  'G04.connected': ['connected_secret', 'connected_plain'],
  'G04.maint': ['device-maintenance'],
  'G06.admin': ['ops_admin', 'sec_admin', 'audit_admin'],
  'H01.handover': ['crypto-handovers'],
  'H02.name': ['person'],
  'H03.items': ['crypto-count-items'],
  'H03.counter': ['counters', 'counter1', 'counter2'],
  'J02.places': ['waste-check-places'],
};

/** Columns that checks of the office need and no paper form has. */
const added: Readonly<Record<string, readonly string[]>> = {
  personnel: ['key_person', 'key_reason', 'employment', 'talk_at', 'level_changed_at', 'reviewed_at', 'trained_at', 'post_no'],
  departures: ['leave_at', 'resigned_at', 'visit_months', 'reported_at', 'cleared_at'],
  exits: ['approved_at'],
  'major-matters': ['opinion_at'],
  trainings: ['category', 'activity', 'audience', 'signed_in', 'source'],
  attendance: ['training', 'person', 'result', 'hours'],
  'online-training': ['platform', 'batch', 'required_by', 'person', 'state', 'finished_at', 'hours', 'score', 'digest'],
  'column-updates': ['platform', 'published', 'title', 'category', 'author', 'review', 'down_at'],
  'classification-officers': ['term_from', 'term_to', 'power', 'source', 'grant_no'],
  'classification-decisions': ['original', 'reported_at', 'issued_at', 'known_no', 'term_years', 'corrects', 'changed'],
  'secret-items': ['filed_at', 'scope_revised_at'],
  incoming: ['special', 'known_no', 'beyond_no'],
  outgoing: ['special', 'known_no', 'beyond_no', 'decision', 'forwarded'],
  circulation: ['receipt', 'known_no', 'due'],
  'circulation-entries': ['in_scope', 'approval_no'],
  copies: ['consent_no', 'device_level', 'device_net', 'in_ledger', 'approved_at'],
  'carry-outs': ['abroad', 'abroad_no', 'approved_at', 'back_checked'],
  returns: ['due', 'urged_at'],
  destructions: ['approved_at', 'site_ok', 'device', 'signed_at', 'receipt_copies', 'bags', 'weight', 'waste_weight'],
  carriers: ['received_at', 'term_end', 'storage', 'copy_log'],
  places: ['changed_at', 'tested_at', 'tested_well', 'problem_no'],
  'protection-equipment': ['for_secret', 'label'],
  networks: ['nature', 'put_in_use', 'tested_at', 'licensed_at', 'risk_at', 'changed_at', 'ops_admin', 'sec_admin', 'audit_admin', 'cii', 'crypto_applies', 'crypto_at', 'retire_filed'],
  'classified-computers': ['net_name', 'net', 'disposal_proof'],
  'device-disposals': ['approved_at', 'proof', 'storage_kept_by'],
  'crypto-counts': ['counters', 'all_match', 'report_no'],
  meetings: ['expected', 'attended', 'educated', 'docs_taken', 'system'],
  'publication-reviews': ['drafted_by', 'reviewed_by', 'approved_by', 'reviewed_at', 'published_at'],
  procurement: ['qualif_at', 'contract_at', 'supervised_at', 'recovered_at'],
  'foreign-activities': ['provided', 'reviewed_at', 'hires'],
  'waste-paper': ['bag_no', 'sealer', 'weight', 'second'],
  'waste-checks': ['checker', 'checker2', 'points_count', 'problem_no', 'handled_no'],
};

function bookOf(form: string): RegisterTemplate {
  const [book] = templates.filter((template) => template.form === form);
  if (book === undefined) throw new RangeError(form);
  return book;
}

function stands(place: string, book: RegisterTemplate): boolean {
  const pointsHere = byId.get(place)?.columns.some((column) => targetIds(column).includes(book.id)) ?? false;
  return pointsHere || book.columns.some((column) => column.key === place);
}

describe('the paper forms of the office', () => {
  it('each has exactly one book, and no book claims a form that there is none of', () => {
    const claimed = templates.flatMap((template) => (template.form === undefined ? [] : [template.form]));
    expect([...claimed].sort()).toEqual([...Object.keys(inventory), ...ownForms].sort());
  });

  it('a book without a form is a roster, belongs to another book, or feeds the statistics', () => {
    expect(templates.filter((template) => template.form === undefined && template.parent === undefined).map((template) => template.id)).toEqual(['departments', 'staff', 'classification-grants']);
  });

  it.each(Object.entries(inventory))('%s: nothing that the paper asks for is lost', (form, fields) => {
    const book = bookOf(form);
    const keys = new Set(book.columns.map((column) => column.key));
    // 序号 is printed by papers and workbooks; it is never kept.
    const lost = fields.filter((field) => field !== 'seq' && !keys.has(field) && !(moved[`${form}.${field}`] ?? []).some((place) => stands(place, book)));
    expect(lost).toEqual([]);
  });

  it.each(Object.entries(added))('%s has what the checks of the office look at beyond the paper', (id, columns) => {
    const keys = byId.get(id)?.columns.map((column) => column.key) ?? [];
    expect(columns.filter((column) => !keys.includes(column))).toEqual([]);
  });

  it('decisions may be asked of the authority, unclear, disputed or prolonged', () => {
    const actions = byId.get('classification-decisions')?.columns.find((column) => column.key === 'action')?.values ?? [];
    expect(['报请上级', '不明确', '有争议', '延长期限'].filter((action) => !actions.includes(action))).toEqual([]);
  });

  it('the five subjects of education stand in every book of education', () => {
    const subjects = ['保密工作优良传统', '保密形势任务', '保密法律法规', '保密技术防范', '保密违法案例警示'];
    for (const id of ['trainings', 'column-updates']) expect(byId.get(id)?.columns.find((column) => column.key === 'category')).toMatchObject({ type: 'multi', values: subjects });
  });

  it('what was moved is a field of the form, and every place named for it exists', () => {
    const stale = Object.entries(moved).filter(([name, places]) => {
      const [form = '', field = ''] = name.split('.');
      const book = bookOf(form);
      return inventory[form]?.includes(field) !== true || book.columns.some((column) => column.key === field) || !places.every((place) => stands(place, book));
    });
    expect(stale.map(([name]) => name)).toEqual([]);
  });

  it('序号 is neither a column nor another name of one', () => {
    const numbered = templates.filter((template) => template.columns.some((column) => column.key === 'seq' || [column.title.zh, ...column.synonyms].includes('序号')));
    expect(numbered.map((template) => template.id)).toEqual([]);
  });
});
