/** A row as expressions see it: blank cells absent, links resolved to rows. */
export interface RowView {
  readonly rowId: string;
  readonly revision: number;
  /** How the row is named to a person, already masked. */
  readonly label: string;
  readonly cells: Readonly<Record<string, unknown>>;
}

/** A book as judging sees it. */
export interface RegisterFact {
  readonly register: string;
  readonly title: string;
  readonly state: 'confirmed' | 'nil' | 'unconfirmed';
  readonly asOf?: string;
  readonly rows: readonly RowView[];
  /** Columns hidden by the unit or dropped by the mode: reading them gives `unknown`. */
  readonly hiddenColumns: readonly string[];
  /** Digest over row ids, revisions and cells. */
  readonly digest: string;
  /** Link or reckoned column → the other books it speaks for; a missing confirmation there counts too. */
  readonly links: Readonly<Record<string, readonly string[]>>;
}
