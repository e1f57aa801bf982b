import type { ReportDocument } from '#domain/report-document.js';
import type { Say } from '#messages/say.js';
import { buildForm } from '#reports/form/build-form.js';
import type { PrintableCells } from '#reports/form/form-source.js';
import type { OpenBooks } from './change-books.js';
import type { Desk } from './desk.js';
import { exchangeForm } from './exchange-form.js';
import { dayOf } from './door.js';
import { viewSupervision, type OpinionView } from './show-supervisions.js';
import { supervisionNumbered } from './supervision-named.js';
import { viewFindings, type FindingView } from './view-findings.js';

/** Each opinion of an outside inspection with the unit's answer and what was done: 意见建议逐条答复表. */
export function opinionsReply(desk: Desk, open: OpenBooks, called: string, by: string): (number: string, say: Say) => ReportDocument {
  const supervision = supervisionNumbered(open.snapshot, called);
  const { opinions } = viewSupervision(supervision, open.snapshot, viewFindings(open.snapshot, open.today), open.today);
  const { unit, demo } = open.identity;
  const form = exchangeForm(desk.program, 'opinions-reply');
  // Of an inspection of cryptography work the paper tells number, deadline and state only.
  const columns = supervision.kind === 'cryptography' ? form.columns.filter(({ key }) => ['no', 'nature', 'deadline', 'response', 'state'].includes(key)) : form.columns;
  return (number, say) => {
    const title = { ...form.title, zh: say('replies.title', { body: supervision.body, day: supervision.on, title: form.title.zh }) };
    const records = opinions.map((view) => ({ cells: cellsOf(view, say), children: [] }));
    return buildForm({ template: { ...form, title, columns }, layout: 'table', isBlank: false, records, number, unit, by, at: open.at, day: open.today, isDemo: demo }, say);
  };
}

function cellsOf({ opinion, findings, state, overdue }: OpinionView, say: Say): PrintableCells {
  const answered = findings.map((view) => answerOf(view, say)).filter((each) => each !== '');
  const owners = [...new Set(findings.flatMap(({ finding }) => [finding.department, finding.owner]).filter((each) => each !== undefined))];
  const cells = {
    no: opinion.originalNumber,
    nature: say(`opinion-nature.${opinion.nature}`),
    text: opinion.text,
    clause: opinion.clause,
    deadline: opinion.deadline,
    response: opinion.response === undefined ? say('opinion-state.unanswered') : say(`opinion-response.${opinion.response}`),
    reply: [opinion.responseReason, ...answered].filter((each) => each !== undefined).join('\n'),
    same: opinion.sameKind === undefined ? undefined : say('replies.same', { scope: opinion.sameKind.scope, found: opinion.sameKind.found }),
    owner: owners.join(say('letter.and')),
    state: `${say(`opinion-state.${state}`)}${overdue ? say('finding.overdue-mark') : ''}`,
  };
  return Object.fromEntries(Object.entries(cells).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''));
}

function answerOf({ finding }: FindingView, say: Say): string {
  const verified = finding.state === 'closed' ? finding.events.findLast(({ event }) => event === 'verified') : undefined;
  const done = verified === undefined ? '' : say('replies.verified', { person: verified.by.person, day: dayOf(verified.at) });
  return finding.measure === undefined && done === '' ? '' : `${finding.number} ${finding.measure ?? ''}${done}`;
}
