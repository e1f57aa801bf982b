import type { Block } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import type { PaperSource } from '../paper-source.js';

/** What answers and problems name as evidence, and the books that were judged with the digest of their rows. */
export function evidenceList({ assessments, office, minuteOf }: PaperSource, say: Say): readonly Block[] {
  const answers = assessments.flatMap(({ results }) => results.flatMap(({ itemId, answerId }) => {
    const answer = answerId === undefined ? undefined : office?.answers[answerId];
    return answer === undefined ? [] : answer.evidence.map((evidence) => [evidence, say('evidence.answer', { item: itemId }), `${answer.by.person} ${minuteOf(answer.at).slice(0, 10)}`]);
  }));
  const problems = (office?.problems ?? []).flatMap(({ finding }) => finding.evidence.map((evidence) => [evidence, say('evidence.finding', { number: finding.number }), finding.owner ?? '']));
  const named = [...answers, ...problems];
  const books = [...new Map(assessments.flatMap(({ registers }) => registers).map((each) => [each.register, each])).values()];
  const columns = ([['what', 44], ['for', 26], ['who', 30]] as const).map(([key, width]) => ({ title: say(`evidence.column.${key}`), width, align: 'left' as const }));
  const bookColumns = ([['book', 50], ['rows', 10], ['digest', 40]] as const).map(([key, width]) => ({ title: say(`evidence.column.${key}`), width, align: 'left' as const }));
  return [
    named.length === 0 ? { kind: 'paragraph', text: say('evidence.none'), style: 'body' } : { kind: 'table', columns, rows: named },
    ...(books.length === 0 ? [] : [{ kind: 'heading', level: 3, text: say('evidence.books') } as const, { kind: 'table', columns: bookColumns, rows: books.map(({ title, rows, digest }) => [title, String(rows), digest.slice(0, 32)]) } as const]),
  ];
}
