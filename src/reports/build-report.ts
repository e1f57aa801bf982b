import { AppError } from '#domain/app-error.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { ReportTemplate } from '#domain/report-template.js';
import type { Say } from '#messages/say.js';
import type { PaperSource, Section } from './paper-source.js';
import { sections } from './sections/index.js';

/** A template and what there is to say become a paper of blocks; nothing is drawn yet. */
export function buildReport(template: ReportTemplate, source: PaperSource, say: Say): ReportDocument {
  const blocks = template.sections.flatMap((part) => {
    const heading: Block[] = part.title === undefined ? [] : [{ kind: 'heading', level: 2, text: part.title }];
    return [...(part.newPage ? [{ kind: 'page-break' } as const] : []), ...heading, ...sectionNamed(part.section)(source, say)];
  });
  const at = source.assessments.reduce((newest, each) => (each.at > newest ? each.at : newest), '');
  return {
    format: 1,
    template: template.id,
    title: source.title,
    number: source.number,
    unit: source.identity.unit,
    at,
    ...(source.identity.demo ? { watermark: say('paper.watermark-demo') } : {}),
    footer: say('paper.footer'),
    blocks,
  };
}

function sectionNamed(name: string): Section {
  const found = Object.hasOwn(sections, name) ? sections[name] : undefined;
  if (found === undefined) throw new AppError('report-section-unknown', { section: name, allowed: Object.keys(sections).join(', ') });
  return found;
}
