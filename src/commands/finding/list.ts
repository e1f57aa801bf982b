import { Flags } from '@oclif/core';
import { DeskCommand } from '#cli/desk-command.js';
import { findingRows } from '#cli/screens/finding-rows.js';
import { findingKinds, findingSources, findingStates } from '#domain/finding.js';
import { severities } from '#domain/result-value.js';
import { listFindings } from '#workflows/list-findings.js';
import { isLive, type FindingView } from '#workflows/view-findings.js';

export default class FindingList extends DeskCommand<typeof FindingList> {
  static override flags = {
    all: Flags.boolean(),
    overdue: Flags.boolean(),
    recurring: Flags.boolean(),
    state: Flags.option({ options: findingStates })(),
    severity: Flags.option({ options: severities })(),
    source: Flags.option({ options: findingSources })(),
    kind: Flags.option({ options: findingKinds })(),
    owner: Flags.string(),
    department: Flags.string(),
  };

  async run(): Promise<{ readonly findings: readonly FindingView[] }> {
    const shown = (await listFindings(this.desk)).filter((view) => this.isAsked(view));
    this.print(...findingRows(shown, this.say, this.width));
    this.next(`zicha finding show ${shown[0]?.finding.number ?? 'W-…'}`);
    return this.finish({ findings: shown });
  }

  private isAsked({ finding, overdue }: FindingView): boolean {
    const { all, state, severity, source, kind, owner, department } = this.flags;
    const wanted = Object.entries({ state, severity, source, kind, owner, department });
    return (all || state !== undefined || isLive(finding)) && (!this.flags.overdue || overdue) && (!this.flags.recurring || finding.recurrences > 0) && wanted.every(([key, value]) => value === undefined || finding[key as keyof typeof finding] === value);
  }
}
