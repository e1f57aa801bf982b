import type { Assessment } from '#domain/assessment.js';
import type { Block } from '#domain/report-document.js';
import { withoutNumber } from '#messages/chinese-number.js';
import type { Say } from '#messages/say.js';
import { fiveCounts } from '../counts.js';
import type { PaperSource } from '../paper-source.js';
import { firstHeading, official, secondHeading } from './official.js';

/** Failures named in one paragraph; the rest is in the list of problems. */
const named = 4;

/** 三、自查情况: a short paragraph each subject of the unit's sheet, and one for each other checklist: counts and what was found, no adjectives. */
export function letterSubjects({ assessments }: PaperSource, say: Say): readonly Block[] {
  const main = principal(assessments);
  const sections = main === undefined ? [] : main.checklist.sections.map((section) => ({ title: withoutNumber(section.title), text: partText(main, section.id, say) }));
  const others = assessments.filter((each) => each !== main).map((each) => ({ title: each.checklist.title, text: partText(each, undefined, say) }));
  return [firstHeading(3, say('letter.heading.subjects')), ...[...sections, ...others].flatMap(({ title, text }, index) => [secondHeading(index + 1, title), official('text', text)])];
}

/** The unit's own sheet among the assessments: the scored one, else the one on most subjects. */
export function principal(assessments: readonly Assessment[]): Assessment | undefined {
  const ofUnit = assessments.filter(({ level }) => level === 'unit');
  return [...ofUnit].sort((left, right) => Number(right.score.scoring === 'points') - Number(left.score.scoring === 'points') || Number(right.checklist.grades) - Number(left.checklist.grades) || right.checklist.sections.length - left.checklist.sections.length)[0];
}

function partText(assessment: Assessment, sectionId: string | undefined, say: Say): string {
  const results = assessment.results.filter((result) => sectionId === undefined || result.sectionId === sectionId);
  const counts = sectionId === undefined ? assessment.score.counts : (assessment.score.sections.find((each) => each.sectionId === sectionId)?.counts ?? assessment.score.counts);
  const items = new Map(assessment.checklist.sections.flatMap((section) => section.items.map((item) => [item.id, item] as const)));
  const failed = results.filter(({ result }) => result === 'fail');
  const told = failed.slice(0, named).map(({ itemId, subjects, fact }) => {
    const item = items.get(itemId);
    const sentence = fact ?? item?.finding ?? item?.objective ?? itemId;
    return subjects.total > 1 ? say('letter.failed-of', { sentence, fail: subjects.fail, total: subjects.total }) : sentence;
  });
  const more = failed.length - told.length;
  return [
    say('letter.part', { ...fiveCounts({ results, score: { counts } }) }),
    told.length === 0 ? '' : say('letter.found', { found: told.join(say('paper.list-joiner')) }),
    more > 0 ? say('letter.found-more', { count: more }) : '',
  ].join('');
}
