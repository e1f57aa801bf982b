import type { Round, SheetTrace } from '#domain/round.js';
import type { Desk } from './desk.js';
import type { SubjectProgress } from './round-progress.js';
import { roundStatus } from './show-rounds.js';

/** Where the questionnaire of a subject is: never handed out, out, back and recorded, or back and not usable as it is. */
export type SheetStanding = 'none' | 'out' | 'back' | 'refused';

/** One subject, its questionnaire, and how far it is. */
export interface SubjectSheet extends Pick<SubjectProgress, 'subject' | 'asked' | 'answered' | 'state' | 'overdue' | 'handedInAt'>, SheetTrace {
  readonly standing: SheetStanding;
}

export interface RoundSheetStatus {
  readonly round: Round;
  readonly title: string;
  readonly subjects: readonly SubjectSheet[];
  readonly counts: Readonly<Record<SheetStanding, number>>;
  /** Subjects that have not handed in, with or without a sheet. */
  readonly notHandedIn: readonly string[];
}

/** Whose questionnaire went out, whose came back, what of it counts, and who has not handed in. */
export async function roundSheetStatus(desk: Desk, number: string): Promise<RoundSheetStatus> {
  const { round, title, subjects } = await roundStatus(desk, number);
  const sheets = subjects.map((progress) => sheetOf(progress, round.sheets?.[progress.subject.key] ?? {}));
  const count = (standing: SheetStanding): number => sheets.filter((each) => each.standing === standing).length;
  const counts = { none: count('none'), out: count('out'), back: count('back'), refused: count('refused') };
  return { round, title, subjects: sheets, counts, notHandedIn: sheets.filter(({ handedInAt }) => handedInAt === undefined).map(({ subject }) => subject.key) };
}

function sheetOf({ subject, asked, answered, state, overdue, handedInAt }: SubjectProgress, trace: SheetTrace): SubjectSheet {
  return { subject, asked, answered, state, overdue, ...(handedInAt === undefined ? {} : { handedInAt }), ...trace, standing: standingOf(trace) };
}

function standingOf({ exportedAt, imported }: SheetTrace): SheetStanding {
  if (imported !== undefined) return imported.written ? 'back' : 'refused';
  return exportedAt === undefined ? 'none' : 'out';
}
