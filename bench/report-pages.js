#!/usr/bin/env node
// A paper of 5, 50 and 500 pages against the same calls made on bare pdfkit: what blocks, line breaking, attachment and digest cost.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';

const root = join(import.meta.dirname, '..');
const rowsPerPage = 34;

const rounds = 3;

function reportPages() {
  return [5, 50, 500].map((pages) => {
    const all = Array.from({ length: rounds }, () => ({ ours: inOwnProcess('ours', pages), bare: inOwnProcess('bare', pages) }));
    const best = (kind) => Math.min(...all.map((round) => round[kind].cpu));
    const cold = inOwnProcess('cold', pages);
    return {
      pages: cold.pages,
      'CPU ms': Math.round(best('ours')),
      'bare pdfkit CPU ms': Math.round(best('bare')),
      ratio: (best('ours') / best('bare')).toFixed(2),
      'peak MB': Math.round(cold.mb),
      goal: pages === 500 ? '≤ 1.5, ≤ 200 MB' : '',
    };
  });
}

// Each in a process of its own: memory that one needed must not count for the other.
function inOwnProcess(kind, pages) {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), kind, String(pages)], { encoding: 'utf8', maxBuffer: 1 << 20 });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout);
}

/** `ours` and `bare` draw once before they are timed; `cold` draws once, as a command does, and is asked for its memory. */
async function measure(kind, pages) {
  const { drawDocument } = await import('../dist/reports/pdf/draw-document.js');
  const { findFonts } = await import('../dist/reports/pdf/find-fonts.js');
  const fonts = findFonts({ program: join(root, 'templates/fonts'), installed: [] });
  const paper = attachment(pages, fonts);
  const calls = kind === 'bare' ? await record(() => drawDocument(paper, fonts)) : [];
  const draw = kind === 'bare' ? () => replay(calls) : () => drawDocument(paper, fonts);
  if (kind !== 'cold') await draw();
  const started = process.cpuUsage();
  const drawn = await draw();
  const { user, system } = process.cpuUsage(started);
  return { cpu: (user + system) / 1000, mb: process.resourceUsage().maxRSS / 1024, pages: drawn?.pages ?? pages };
}

function attachment(pages, fonts) {
  const sentence = '部门负责人保密责任书在有效期内，逐项有记录，签字齐全';
  const rows = Array.from({ length: rowsPerPage * pages }, (_, index) => [`UNIT-${index}`, `${sentence}${index % 97}`, '符合', '2026-11-24']);
  const columns = [12, 60, 12, 16].map((width, index) => ({ title: ['编号', '检查目标', '结果', '日期'][index], width, align: 'left' }));
  return {
    format: 1,
    toolVersion: '0.0.0',
    fonts: fonts.used.map(({ role, name, digest }) => ({ role, name, digest })),
    document: {
      format: 1, template: 'bench', title: '长报告', number: 'R-0000-0001', unit: '东湖区示例局', at: '2026-11-24T00:00:00.000Z',
      footer: '报告编号 {number}  ·  核验码 {code}  ·  第 {page} 页 共 {pages} 页', blocks: [{ kind: 'table', columns, rows }],
    },
    assessments: [],
  };
}

const recorded = ['addPage', 'registerFont', 'font', 'fontSize', 'fillColor', 'text', 'rect', 'fill', 'moveTo', 'lineTo', 'lineWidth', 'stroke', 'end'];

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

function replay(calls) {
  const doc = new PDFDocument({ size: 'A4', margins: { top: 54, bottom: 0, left: 62, right: 50 }, autoFirstPage: false, font: null });
  doc.on('data', () => undefined);
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (const [name, args] of calls) doc[name](...args);
  return ended;
}

const [kind, pages] = process.argv.slice(2);
if (kind === undefined) console.table(reportPages());
else console.log(JSON.stringify(await measure(kind, Number(pages))));
