import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';
import { dateText } from '../date-text.js';
import { firstHeading, official } from './official.js';

/** 七、意见建议 where the user gave any; the attachments by name; unit and date with room for the seal. */
export function letterClosing({ identity, office, attachments = [] }: PaperSource, say: Say): readonly Block[] {
  const suggestions = office?.suggestions ?? [];
  return [
    ...(suggestions.length === 0 ? [] : [firstHeading(7, say('letter.heading.suggestions')), ...suggestions.map((text, index) => official('text', suggestions.length === 1 ? text : `${String(index + 1)}. ${text}`))]),
    ...(attachments.length === 0 ? [] : [attachmentList(attachments, say)]),
    { kind: 'sign-off', unit: identity.unit, date: dateText(office?.day ?? '', say) },
  ];
}

function attachmentList(titles: readonly string[], say: Say): Block {
  return { kind: 'attachment-list', label: say('letter.attachments'), titles: [...titles] };
}
