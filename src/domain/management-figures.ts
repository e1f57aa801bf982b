/** How the cure of problems goes, over twelve months; problems withdrawn as false alarms are counted nowhere. */
export interface CureFigures {
  readonly total: number;
  readonly closed: number;
  readonly overdue: number;
  /** Came back at least once. */
  readonly recurring: number;
  /** Closed of all, in percent, not rounded; null where there is none. */
  readonly rate: number | null;
  /** Calendar days from found (or found again) to closed, on average; null where none was closed. */
  readonly meanDays: number | null;
}

/** The same of one department or section; null = nobody has said which. */
export interface GroupFigures extends CureFigures {
  readonly name: string | null;
}

/** A month; null where the records begin later. */
export interface MonthFigures {
  readonly month: string;
  readonly opened: number | null;
  readonly closed: number | null;
  /** Not closed at its end, or today. */
  readonly live: number | null;
}

export interface ManagementFigures {
  readonly from: string;
  readonly to: string;
  readonly all: CureFigures;
  readonly byDepartment: readonly GroupFigures[];
  readonly bySection: readonly GroupFigures[];
  readonly months: readonly MonthFigures[];
}
