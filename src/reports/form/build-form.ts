import type { RegisterTemplate } from '#domain/register.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { bookWords } from '#messages/spellings.js';
import { paperFrame } from '../paper-frame.js';
import { formCard } from './form-card.js';
import { formHead } from './form-head.js';
import type { FormRecord, FormSource } from './form-source.js';
import { formTable } from './form-table.js';

/** Millimetres for a line of signatures, or two. */
const signaturesBelow = 12;

/** A book's template and its records become a form of blocks; nothing is drawn yet. */
export function buildForm(source: FormSource, say: Say): ReportDocument {
  const { template, isBlank } = source;
  const { blocks, isLandscape } = source.layout === 'card' ? cards(source, say) : tablePage(source, say);
  const form = template.form === undefined ? template.title.zh : say('form.id', { form: template.form });
  return {
    ...paperFrame(source, { template: `form:${template.id}`, title: template.title.zh }, say),
    ...(isLandscape ? { landscape: true } : {}),
    footer: say(isBlank ? 'form.footer-blank' : 'form.footer', { form }),
    blocks: [...blocks],
  };
}

interface Laid {
  readonly blocks: readonly Block[];
  readonly isLandscape: boolean;
}

function tablePage(source: FormSource, say: Say): Laid {
  const { template, records, isBlank } = source;
  if (records.length === 0) return { blocks: emptyPage(source, say), isLandscape: false };
  const { block, isLandscape } = formTable({ template, rows: records.map(({ cells }) => cells) }, { isBlank, isPart: false, keep: signaturesBelow }, say);
  return { blocks: [head(source, say), block, signatures(template.signatures, say)], isLandscape };
}

function cards(source: FormSource, say: Say): Laid {
  const { records } = source;
  const blocks = records.flatMap((record, index): Block[] => [...(index > 0 ? [{ kind: 'page-break' } as const] : []), ...card(source, record, say)]);
  return { blocks: records.length === 0 ? emptyPage(source, say) : blocks, isLandscape: false };
}

function card(source: FormSource, { cells, children }: FormRecord, say: Say): readonly Block[] {
  const { template, isBlank } = source;
  const parts = children.filter(({ rows }) => rows.length > 0);
  const signers = signersBesides(template);
  const keep = signers.length === 0 ? 0 : signaturesBelow;
  const tables = parts.map((part, index) => formTable(part, { isBlank, isPart: true, keep: index === parts.length - 1 ? keep : 0 }, say).block);
  const body = formCard(template.columns, cells, { isBlank, isAlone: parts.length === 0, keep: parts.length === 0 ? keep : 0 }, say);
  return [head(source, say), body, ...tables, ...(signers.length === 0 ? [] : [signatures(signers, say)])];
}

function emptyPage(source: FormSource, say: Say): readonly Block[] {
  return [head(source, say), { kind: 'paragraph', text: say('form.no-rows'), style: 'body' }, signatures(source.template.signatures, say)];
}

function head({ template, isBlank, unit, by, day }: FormSource, say: Say): Block {
  return formHead({ title: template.title.zh, unit, second: [bookWords.by, isBlank ? say('form.room-short') : by], day: isBlank ? '' : day }, say);
}

// Whoever has a box of his own in the card signs there: the box says which office, or its opinion.
function signersBesides(template: RegisterTemplate): readonly string[] {
  const boxes = template.columns.filter(({ type }) => type === 'signature').map(({ title }) => title.zh);
  if (template.signatures.length === 0) return boxes.length > 0 ? [] : bookWords.signers;
  return template.signatures.filter((signer) => !boxes.some((box) => box.includes(signer.slice(0, 2))));
}

function signatures(signers: readonly string[], say: Say): Block {
  const named = signers.length === 0 ? bookWords.signers : signers;
  return { kind: 'form-signatures', signers: named.map((name) => `${name}${bookWords.colon}`), date: say('form.date-room') };
}
