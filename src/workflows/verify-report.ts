import { isDeepStrictEqual } from 'node:util';
import { readBytes } from '#catalog/read-bytes.js';
import { AppError } from '#domain/app-error.js';
import { scoreChecklist } from '#evaluation/score-checklist.js';
import type { MessageParams } from '#messages/say.js';
import type { MessageKey } from '#messages/zh-cn.js';
import { checkCode, digestOf, type ReportAttachment } from '#reports/pdf/attachment.js';
import { drawDocument } from '#reports/pdf/draw-document.js';
import { rolesOf, sameFonts } from '#reports/pdf/find-fonts.js';
import { readAttachment } from '#reports/pdf/read-attachment.js';
import { checkSeal, hasSeal, isBlankForm } from '#reports/pdf/seal-bytes.js';
import type { Desk, Program } from './desk.js';
import { fontFolders } from './font-folders.js';

export const verificationLayers = ['digest', 'attachment', 'check-code', 'score', 'page-text'] as const;

/** One thing that was held against another; `not-compared` is never a pass. */
export interface LayerResult {
  readonly layer: (typeof verificationLayers)[number];
  readonly state: 'ok' | 'failed' | 'not-compared';
  readonly note: string;
}

export interface ReportVerification {
  readonly file: string;
  readonly bytes: number;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly checkCode: string;
  readonly toolVersion: string;
  readonly layers: readonly LayerResult[];
  readonly conclusion: 'sound' | 'failed' | 'not-compared';
}

const limitBytes = 256 * 1024 * 1024;

/** Holds a paper against itself, without records and without a network: digest, figures, scores, pages. */
export async function verifyReport(desk: Desk, file: string): Promise<ReportVerification> {
  const bytes = readBytes(file, limitBytes);
  if (!hasSeal(bytes)) throw notVerifiable(bytes, file);
  const seal = checkSeal(bytes);
  const digest = layer(desk, 'digest', seal === 'ok' ? 'ok' : 'failed', seal === 'ok' ? undefined : `layer-note.digest-${seal}`);
  const read = attempt(() => readAttachment(bytes));
  if ('error' in read) {
    const detail = String(read.error.params['detail'] ?? '');
    const layers = [digest, layer(desk, 'attachment', 'failed', 'layer-note.attachment-failed', { detail })];
    return { file, bytes: bytes.length, number: '', title: '', unit: '', checkCode: '', toolVersion: '', layers, conclusion: 'failed' };
  }
  const { attachment, bytes: figures } = read.value;
  const code = checkCode(digestOf(figures));
  const layers = [
    digest,
    layer(desk, 'attachment', 'ok'),
    layer(desk, 'check-code', 'ok', 'layer-note.check-code', { code }),
    scoreLayer(desk, attachment),
    await pageLayer(desk, bytes, attachment),
  ];
  const { number, title, unit } = attachment.document;
  return { file, bytes: bytes.length, number, title, unit, checkCode: code, toolVersion: attachment.toolVersion, layers, conclusion: conclusionOf(layers) };
}

function notVerifiable(bytes: Buffer, file: string): AppError {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return new AppError('report-not-a-pdf', { file });
  return new AppError(isBlankForm(bytes) ? 'report-is-blank-form' : 'report-not-ours', { file });
}

function layer(desk: Desk, name: LayerResult['layer'], state: LayerResult['state'], note?: MessageKey, params?: MessageParams): LayerResult {
  return { layer: name, state, note: note === undefined ? '' : desk.say(note, params) };
}

function attempt<T>(run: () => T): { readonly value: T } | { readonly error: AppError } {
  try {
    return { value: run() };
  } catch (error) {
    if (error instanceof AppError) return { error };
    throw error;
  }
}

// Computed from the results, never from expressions: an inspector needs no checklist for it.
function scoreLayer(desk: Desk, { assessments }: ReportAttachment): LayerResult {
  const wrong = assessments.find(({ model, results, fixedEarns, score }) => !isDeepStrictEqual(scoreChecklist(model, results, { fixedEarns }), score));
  if (wrong !== undefined) return layer(desk, 'score', 'failed', 'layer-note.score-failed', { number: wrong.number });
  if (assessments.length === 0) return layer(desk, 'score', 'ok', 'layer-note.score-none');
  return layer(desk, 'score', 'ok', 'layer-note.score-ok', { count: assessments.length });
}

async function pageLayer(desk: Desk, bytes: Buffer, attachment: ReportAttachment): Promise<LayerResult> {
  const own = desk.program.version;
  if (attachment.toolVersion !== own) return layer(desk, 'page-text', 'not-compared', 'layer-note.page-version', { version: attachment.toolVersion, own });
  const again = await drawnAgain(desk.program, attachment);
  if (again === undefined) return layer(desk, 'page-text', 'not-compared', 'layer-note.page-fonts', { fonts: attachment.fonts.map((font) => font.name).join(', ') });
  return again.equals(bytes) ? layer(desk, 'page-text', 'ok') : layer(desk, 'page-text', 'failed', 'layer-note.page-failed');
}

async function drawnAgain(program: Program, attachment: ReportAttachment): Promise<Buffer | undefined> {
  const fonts = sameFonts(fontFolders(program), attachment.fonts, rolesOf(attachment.document));
  return fonts === undefined ? undefined : (await drawDocument(attachment, fonts)).bytes;
}

function conclusionOf(layers: readonly LayerResult[]): ReportVerification['conclusion'] {
  if (layers.some((each) => each.state === 'failed')) return 'failed';
  return layers.some((each) => each.state === 'not-compared') ? 'not-compared' : 'sound';
}
