#!/usr/bin/env node
// A paper of 5, 50 and 500 pages, and an official one of 200 with body and tables, against the same calls made on bare pdfkit: what blocks, line breaking, attachment and digest cost.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';
import PDFDocument from 'pdfkit';

const root = join(import.meta.dirname, '..');
const rowsPerPage = 34;

const rounds = 3;

const papers = [
  { paper: 'report', pages: 5 },
  { paper: 'report', pages: 50 },
  { paper: 'report', pages: 500, goal: '≤ 1.5, ≤ 200 MB' },
  { paper: 'official', pages: 200, goal: '≤ 1.5, ≤ 250 MB' },
];

function reportPages() {
  return papers.map(({ paper, pages, goal = '' }) => {
    const all = Array.from({ length: rounds }, () => ({ ours: inOwnProcess('ours', paper, pages), bare: inOwnProcess('bare', paper, pages) }));
    const best = (kind) => Math.min(...all.map((round) => round[kind].cpu));
    const cold = inOwnProcess('cold', paper, pages);
    return {
      paper,
      pages: cold.pages,
      'CPU ms': Math.round(best('ours')),
      'bare pdfkit CPU ms': Math.round(best('bare')),
      ratio: (best('ours') / best('bare')).toFixed(2),
      'peak MB': Math.round(cold.mb),
      goal,
    };
  });
}

// Each in a process of its own: memory that one needed must not count for the other.
function inOwnProcess(kind, paper, pages) {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), kind, paper, String(pages)], { encoding: 'utf8', maxBuffer: 1 << 20 });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** `ours` and `bare` draw once before they are timed; `cold` draws once, as a command does, and is asked for its memory. */
async function measure(kind, paperKind, pages) {
  const { drawDocument } = await import('../dist/reports/pdf/draw-document.js');
  const { findFonts, rolesOf } = await import('../dist/reports/pdf/find-fonts.js');
  const content = paperKind === 'official' ? officialContent(pages) : reportContent(pages);
  const fonts = findFonts({ program: join(root, 'templates/fonts'), installed: [] }, rolesOf(content));
  const paper = attachment(content, fonts);
  const calls = kind === 'bare' ? await record(() => drawDocument(paper, fonts)) : [];
  const draw = kind === 'bare' ? () => replay(calls, pathsOf(fonts)) : () => drawDocument(paper, fonts);
  if (kind !== 'cold') await draw();
  const started = process.cpuUsage();
  const drawn = await draw();
  const { user, system } = process.cpuUsage(started);
  return { cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024, pages: drawn?.pages ?? pages };
}

const sentence = '部门负责人保密责任书在有效期内，逐项有记录，签字齐全';

function tableOf(rowCount, more = {}) {
  const rows = Array.from({ length: rowCount }, (_, index) => [`UNIT-${index}`, `${sentence}${index % 97}`, '符合', '2026-11-24']);
  const columns = [12, 60, 12, 16].map((width, index) => ({ title: ['编号', '检查目标', '结果', '日期'][index], width, align: 'left' }));
  return { kind: 'table', columns, rows, ...more };
}

function reportContent(pages) {
  return { blocks: [tableOf(rowsPerPage * pages)] };
}

// A third body, with headings of all levels and a table in each part; two thirds attached tables, upright and crosswise.
function officialContent(pages) {
  const official = (style, text) => ({ kind: 'official', style, text });
  const text = (index) => official('text', Array.from({ length: 7 }, (_, at) => `${sentence}，第${index * 7 + at}项。`).join(''));
  const parts = Math.ceil(pages / 3 / 1.3);
  const body = Array.from({ length: parts }, (_, index) => [official('h1', `${index}、自查情况`), official('h2', '（一）人员管理'), text(index), official('h3', '1.在岗人员'), text(index + 1), tableOf(4, { size: 'large' })]).flat();
  const attached = (number, share, rows, more) => [{ kind: 'attachment', label: `附件${number}`, title: '保密自查自评评分表', ...more }, tableOf(Math.round(pages * share * rows), { emphasis: [3, 9] })];
  const closing = [{ kind: 'attachment-list', label: '附件：', titles: ['评分表', '台账'] }, { kind: 'sign-off', unit: '东湖区示例局', date: '2026年11月24日' }];
  return { geometry: 'official', blocks: [official('title', '东湖区示例局关于2026年度保密自查自评情况的报告'), official('to', '东湖区国家保密局：'), ...body, ...closing, ...attached(1, 0.35, 34), ...attached(2, 0.3, 23, { landscape: true })] };
}

function attachment(content, fonts) {
  return {
    format: 1,
    toolVersion: '0.0.0',
    fonts: fonts.used.map(({ role, name, digest }) => ({ role, name, digest })),
    document: {
      format: 1, template: 'bench', title: '长报告', number: 'R-0000-0001', unit: '东湖区示例局', at: '2026-11-24T00:00:00.000Z',
      footer: '报告编号 {number}  ·  核验码 {code}  ·  第 {page} 页 共 {pages} 页', ...content,
    },
    assessments: [],
  };
}

const recorded = ['addPage', 'save', 'restore', 'rotate', 'registerFont', 'font', 'fontSize', 'fillColor', 'text', 'rect', 'fill', 'moveTo', 'lineTo', 'lineWidth', 'stroke', 'end'];

// Outermost calls only: what the library calls on itself it will call again.
async function record(run) {
  const calls = [];
  const originals = Object.fromEntries(recorded.map((name) => [name, PDFDocument.prototype[name]]));
  let depth = 0;
  for (const name of recorded) {
    PDFDocument.prototype[name] = function (...args) {
      if (depth === 0) calls.push([name, args]);
      depth += 1;
      try {
        return originals[name].apply(this, args);
      } finally {
        depth -= 1;
      }
    };
  }
  await run();
  Object.assign(PDFDocument.prototype, originals);
  return calls;
}

/** Files by the name a font has for itself. */
function pathsOf({ used, fallbacks }) {
  return new Map([...used.map(({ path }) => path), ...fallbacks].map((path) => [fontkit.openSync(path).postscriptName, path]));
}

// Bare pdfkit opens the fonts too: handing it the ones already open and warm would flatter it.
function replay(calls, paths) {
  const doc = new PDFDocument({ size: 'A4', margins: { top: 54, bottom: 0, left: 62, right: 50 }, autoFirstPage: false, font: null });
  doc.on('data', () => undefined);
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (const [name, args] of calls) {
    if (name === 'registerFont') doc.registerFont(args[0], paths.get(args[1].postscriptName));
    else doc[name](...args);
  }
  return ended;
}

const [kind, paper, pages] = process.argv.slice(2);
if (kind === undefined) console.table(reportPages());
else console.log(JSON.stringify(await measure(kind, paper, Number(pages))));
