import { AppError } from '#domain/app-error.js';
import type { Block, ReportDocument } from '#domain/report-document.js';
import type { ReportTemplate } from '#domain/report-template.js';
import type { Say } from '#messages/say.js';
import { paperFrame } from './paper-frame.js';
import type { PaperSource, Section } from './paper-source.js';
import { sections } from './sections/index.js';

/** A template and what there is to say become a paper of blocks; nothing is drawn yet. */
export function buildReport(template: ReportTemplate, given: PaperSource, say: Say): ReportDocument {
  const attachments = template.sections.filter(({ attachment }) => attachment !== undefined).map(({ title = '' }) => title);
  const source = { ...given, attachments };
  let attached = 0;
  const blocks = template.sections.flatMap((part) => {
    if (part.attachment !== undefined) attached += 1;
    return [...openingOf(part, attached, say), ...sectionNamed(part.section)(source, say)];
  });
  const at = source.assessments.reduce((newest, each) => (each.at > newest ? each.at : newest), '');
  return {
    ...paperFrame({ number: source.number, unit: source.identity.unit, at, isDemo: source.identity.demo }, { template: template.id, title: source.title }, say),
    ...(template.landscape === true ? { landscape: true } : {}),
    ...(template.geometry === undefined ? {} : { geometry: template.geometry }),
    ...(source.office?.mark === undefined ? {} : { mark: source.office.mark }),
    footer: say('paper.footer'),
    blocks,
  };
}

function openingOf({ title, newPage, attachment }: ReportTemplate['sections'][number], number: number, say: Say): Block[] {
  if (attachment !== undefined) return [{ kind: 'attachment', label: say('letter.attachment', { number }), title: title ?? '', ...(attachment === 'crosswise' ? { landscape: true } : {}) }];
  return [...(newPage ? [{ kind: 'page-break' } as const] : []), ...(title === undefined ? [] : [{ kind: 'heading', level: 2, text: title } as const])];
}

function sectionNamed(name: string): Section {
  const found = Object.hasOwn(sections, name) ? sections[name] : undefined;
  if (found === undefined) throw new AppError('report-section-unknown', { section: name, allowed: Object.keys(sections).join(', ') });
  return found;
}
